package ecslab.engine;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Role;
import java.util.List;
import java.util.Optional;

/// What a role may do. This version knows trust policies and attached managed policies: an action
/// is allowed if one of them allows it, else it is denied implicitly.
final class RoleEvaluation {

    static final String TASKS_SERVICE = "ecs-tasks.amazonaws.com";

    /// What a pull from ECR asks for, in this order (ECR User Guide).
    private static final List<String> PULL_ACTIONS =
            List.of("ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

    private final Desk desk;

    RoleEvaluation(Desk desk) {
        this.desk = desk;
    }

    /// The role, if it exists and trusts tasks.
    Optional<Role> assume(String roleArn) {
        return Optional.ofNullable(desk.state().roles.get(Arns.lastPart(roleArn)))
                .filter(role -> role.trustedServices().contains(TASKS_SERVICE));
    }

    static boolean allows(Role role, String action) {
        return role.policyArns().stream().anyMatch(arn -> ManagedPolicies.allows(arn, action));
    }

    /// May the role pull this image? Registries other than ECR are asked anonymously.
    PullGrant grant(String image, String executionRoleArn) {
        if (!PullTexts.isEcr(image)) {
            return new PullGrant.Anonymous();
        }
        var role = assume(executionRoleArn);
        var resource = desk.arns().repository(ImageName.parse(image).repository());
        var refused =
                PULL_ACTIONS.stream()
                        .filter(action -> role.filter(r -> allows(r, action)).isEmpty())
                        .findFirst();
        return refused.<PullGrant>map(action ->
                        new PullGrant.Denied(
                                Arns.lastPart(executionRoleArn),
                                action,
                                "ecr:GetAuthorizationToken".equals(action) ? "*" : resource))
                .orElseGet(() -> new PullGrant.Allowed(executionRoleArn));
    }
}
