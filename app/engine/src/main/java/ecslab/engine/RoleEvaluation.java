package ecslab.engine;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import java.util.List;
import java.util.Optional;

/// What a role may do. This version knows trust policies and attached managed policies: an action
/// is allowed if one of them allows it, else it is denied implicitly.
final class RoleEvaluation {

    static final String TASKS_SERVICE = "ecs-tasks.amazonaws.com";

    /// The role of container instances (Developer Guide, *Container instance IAM role*). A scenario
    /// that doesn't make it has one that may pull.
    private static final String INSTANCE_ROLE = "ecsInstanceRole";

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

    /// Who pulls: the execution role; on an instance without one, the instance's own role.
    String pullingRole(Task task, TaskDefinition definition) {
        return definition.executionRoleArn().isEmpty() && task.place().isOnInstance()
                ? desk.arns().role(INSTANCE_ROLE)
                : definition.executionRoleArn();
    }

    /// Who writes logs: the execution role on Fargate, the instance's own role on an instance.
    String loggingRole(Task task, TaskDefinition definition) {
        return task.place().isOnInstance()
                ? desk.arns().role(INSTANCE_ROLE)
                : definition.executionRoleArn();
    }

    /// An instance's role that the scenario doesn't make may do what instances do.
    boolean mayLog(String roleArn, String action) {
        var role = desk.state().roles.get(Arns.lastPart(roleArn));
        return role == null ? isInstanceRole(roleArn) : allows(role, action);
    }

    static boolean isInstanceRole(String arn) {
        return Arns.lastPart(arn).equals(INSTANCE_ROLE);
    }

    /// May the role pull this image? Registries other than ECR are asked anonymously.
    PullGrant grant(String image, String executionRoleArn) {
        if (!PullTexts.isEcr(image)) {
            return new PullGrant.Anonymous();
        }
        if (isInstanceRole(executionRoleArn) && !desk.state().roles.containsKey(INSTANCE_ROLE)) {
            return new PullGrant.Allowed(executionRoleArn);
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
