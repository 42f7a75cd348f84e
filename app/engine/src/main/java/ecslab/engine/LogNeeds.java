package ecslab.engine;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.engine.Preparation.Lack;
import ecslab.engine.Preparation.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The log streams that a task's containers write to: made by the execution role on Fargate, by the
/// instance's role elsewhere (behaviour reference §2.5, §10.1).
final class LogNeeds {

    private static final String DRIVER = "awslogs";
    private static final String GROUP = "awslogs-group";
    private static final String CREATE_GROUP = "logs:CreateLogGroup";
    private static final String CREATE_STREAM = "logs:CreateLogStream";

    private final Desk desk;
    private final RoleEvaluation roles;
    private final Neighbours neighbours;

    LogNeeds(Desk desk) {
        this.desk = desk;
        roles = new RoleEvaluation(desk);
        neighbours = new Neighbours(desk);
    }

    List<Need> of(Task task, TaskDefinition definition) {
        var needs = new ArrayList<Need>();
        for (var container : definition.containerDefinitions()) {
            if (container.logDriver().equals(DRIVER)) {
                needs.add(need(task, definition, container));
            }
        }
        return needs;
    }

    private Need need(Task task, TaskDefinition definition, ContainerDefinition container) {
        var options = container.settings().logOptions();
        var group = options.getOrDefault(GROUP, "");
        var onInstance = task.place().isOnInstance();
        if (!desk.machines().reaches(task.id(), "logs")) {
            return no(
                    group,
                    "noRoute",
                    LogTexts.noRoute(onInstance, desk.arns()),
                    Guesses.NO_ROUTE_GIVES_UP);
        }
        var creates = "true".equals(options.get("awslogs-create-group"));
        var role = roles.loggingRole(task, definition);
        for (var action : creates ? List.of(CREATE_GROUP, CREATE_STREAM) : List.of(CREATE_STREAM)) {
            if (!roles.mayLog(role, action)) {
                var session = task.id().toString();
                var words = LogTexts.denied(onInstance, role, action, desk.arns(), session);
                return no(group, "denied", words, Duration.ZERO);
            }
        }
        return creates || neighbours.hasLogGroup(group)
                ? Need.met(group)
                : no(group, "missing", LogTexts.noGroup(onInstance), Duration.ZERO);
    }

    private static Need no(String group, String why, String words, Duration after) {
        return Need.unmet(group, new Lack(why, words, after));
    }
}
