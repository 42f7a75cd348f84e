package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.CreateRoleResponse;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.RoleCommand.AttachRolePolicy;
import ecslab.ecs.command.RoleCommand.CreateRole;
import ecslab.ecs.command.RoleCommand.DetachRolePolicy;
import ecslab.ecs.event.Event.RoleChange;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Role;
import java.util.ArrayList;
import java.util.List;

/// IAM's actions on roles, as far as tasks need them.
final class RoleApi {

    private final Desk desk;
    private final Names names;

    RoleApi(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response create(CreateRole command, Runnable accepted) {
        var name = command.roleName();
        if (desk.state().roles.containsKey(name)) {
            throw ApiException.of("EntityAlreadyExists", "/RoleName")
                    .because("Role with name " + name + " already exists.")
                    .remedy(Phrase.of("remedy.role.exists", "name", name));
        }
        accepted.run();
        var role = new Role(name, desk.arns().role(name), command.trustedServices(), List.of());
        put(role);
        return new CreateRoleResponse(role);
    }

    Response attach(AttachRolePolicy command, Runnable accepted) {
        var role = find(command.roleName());
        if (!ManagedPolicies.isKnown(command.policyArn())) {
            throw ApiException.of("NoSuchEntity", "/PolicyArn")
                    .because(
                            "Policy "
                                    + command.policyArn()
                                    + " does not exist or is not attachable.")
                    .remedy(Phrase.of("remedy.policy", "known", ManagedPolicies.known()));
        }
        accepted.run();
        var policies = new ArrayList<>(role.policyArns());
        if (!policies.contains(command.policyArn())) {
            policies.add(command.policyArn());
        }
        put(withPolicies(role, policies));
        return new EmptyResponse();
    }

    Response detach(DetachRolePolicy command, Runnable accepted) {
        var role = find(command.roleName());
        var policies = new ArrayList<>(role.policyArns());
        if (!policies.remove(command.policyArn())) {
            throw ApiException.of("NoSuchEntity", "/PolicyArn")
                    .because("Policy " + command.policyArn() + " was not found.")
                    .remedy(
                            Phrase.of(
                                    "remedy.policy",
                                    "known",
                                    role.policyArns().isEmpty()
                                            ? "-"
                                            : String.join(", ", role.policyArns())));
        }
        accepted.run();
        put(withPolicies(role, policies));
        return new EmptyResponse();
    }

    private Role find(String given) {
        var name = Arns.lastPart(names.plain(given, "/RoleName"));
        var role = desk.state().roles.get(name);
        if (role == null) {
            throw ApiException.of("NoSuchEntity", "/RoleName")
                    .because("The role with name " + name + " cannot be found.")
                    .remedy(
                            Misspelt.remedy(
                                    name,
                                    desk.state().roles.keySet(),
                                    Phrase.of(
                                            "remedy.role",
                                            "name",
                                            name,
                                            "known",
                                            Names.list(desk.state().roles.keySet()))));
        }
        return role;
    }

    private void put(Role role) {
        desk.state().roles.put(role.name(), role);
        desk.journal().report(new RoleChange(desk.now(), role));
    }

    private static Role withPolicies(Role role, List<String> policies) {
        return new Role(role.name(), role.arn(), role.trustedServices(), List.copyOf(policies));
    }
}
