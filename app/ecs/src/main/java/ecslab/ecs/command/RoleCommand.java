package ecslab.ecs.command;

import java.util.List;

/// Commands about roles.
public sealed interface RoleCommand extends Command {

    @Override
    default String api() {
        return "iam";
    }

    /// `iam:CreateRole`
    ///
    /// @param trustedServices the services that the trust policy lets assume the role
    record CreateRole(String roleName, List<String> trustedServices) implements RoleCommand {}

    /// `iam:AttachRolePolicy`
    record AttachRolePolicy(String roleName, String policyArn) implements RoleCommand {}

    /// `iam:DetachRolePolicy`
    record DetachRolePolicy(String roleName, String policyArn) implements RoleCommand {}
}
