package ecslab.engine;

import ecslab.ecs.model.EnvironmentFile;
import ecslab.ecs.model.Secret;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.engine.Preparation.Lack;
import ecslab.engine.Preparation.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The secrets and environment files of a task: both are read once, by the execution role, before
/// the first image is pulled.
final class SecretNeeds {

    private static final String READ_FILE = "s3:GetObject";

    private final Desk desk;
    private final RoleEvaluation roles;
    private final Neighbours neighbours;

    SecretNeeds(Desk desk) {
        this.desk = desk;
        roles = new RoleEvaluation(desk);
        neighbours = new Neighbours(desk);
    }

    List<Need> of(Task task, TaskDefinition definition) {
        var needs = new ArrayList<Need>();
        for (var container : definition.containerDefinitions()) {
            for (var secret : container.settings().secrets()) {
                needs.add(secret(task, definition, secret));
            }
            for (var file : container.settings().environmentFiles()) {
                needs.add(file(task, definition, file));
            }
        }
        return needs;
    }

    private Need secret(Task task, TaskDefinition definition, Secret secret) {
        var role = definition.executionRoleArn();
        var from = secret.valueFrom();
        if (!desk.machines().reaches(task.id(), SecretTexts.service(secret))) {
            return Need.unmet(
                    from,
                    new Lack(
                            "noRoute",
                            SecretTexts.noRoute(secret, desk.arns()),
                            Guesses.NO_ROUTE_GIVES_UP));
        }
        if (isDenied(role, SecretTexts.action(secret))) {
            var words = SecretTexts.denied(secret, role, desk.arns(), task.id().toString());
            return Need.unmet(from, new Lack("denied", words, Duration.ZERO));
        }
        return neighbours.hasSecret(from)
                ? Need.met(from)
                : Need.unmet(from, new Lack("missing", SecretTexts.missing(secret), Duration.ZERO));
    }

    private Need file(Task task, TaskDefinition definition, EnvironmentFile file) {
        var role = definition.executionRoleArn();
        var arn = file.value();
        if (!desk.machines().reaches(task.id(), "s3")) {
            var why = OurWords.timedOut("s3", desk.arns().region());
            return Need.unmet(
                    arn,
                    new Lack(
                            "noRoute",
                            OurWords.environmentFile(arn, why),
                            Guesses.NO_ROUTE_GIVES_UP));
        }
        return isDenied(role, READ_FILE)
                ? Need.unmet(
                        arn,
                        new Lack(
                                "denied",
                                OurWords.environmentFile(arn, "AccessDenied: Access Denied"),
                                Duration.ZERO))
                : Need.met(arn);
    }

    private boolean isDenied(String role, String action) {
        return roles.assume(role).filter(one -> RoleEvaluation.allows(one, action)).isEmpty();
    }
}
