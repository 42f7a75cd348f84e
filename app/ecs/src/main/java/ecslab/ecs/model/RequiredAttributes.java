package ecslab.ecs.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The attributes that a container instance must have so that a revision's tasks may run on it:
/// `requiresAttributes`, which RegisterTaskDefinition derives from what the revision uses.
///
/// ECS doesn't publish the rules. These are the names that the agent registers for each feature
/// (amazon-ecs-agent, `agent_capability.go`), where responses of DescribeTaskDefinition have been
/// seen with them.
public final class RequiredAttributes {

    private static final String OLD = "com.amazonaws.ecs.capability.";
    private static final String NEW = "ecs.capability.";
    private static final String DOCKER_API = OLD + "docker-remote-api.";

    private RequiredAttributes() {}

    /// In alphabetical order.
    public static List<String> names(TaskDefinition definition) {
        var names = new TreeSet<String>();
        if (definition.networkMode() == NetworkMode.AWSVPC) {
            names.add(NEW + "task-eni");
            names.add(DOCKER_API + "1.18");
        }
        if (!definition.taskRoleArn().isEmpty()) {
            var host = definition.networkMode() == NetworkMode.HOST;
            names.add(OLD + "task-iam-role" + (host ? "-network-host" : ""));
        }
        for (var container : definition.containerDefinitions()) {
            ofImage(definition, container).forEach(names::add);
            ofSettings(container).forEach(names::add);
            ofLogs(definition, container).forEach(names::add);
        }
        return List.copyOf(names);
    }

    private static List<String> ofImage(TaskDefinition definition, ContainerDefinition container) {
        if (!ImageName.parse(container.image()).isInEcr()) {
            return List.of();
        }
        return definition.executionRoleArn().isEmpty()
                ? List.of(OLD + "ecr-auth")
                : List.of(OLD + "ecr-auth", NEW + "execution-role-ecr-pull");
    }

    private static List<String> ofLogs(TaskDefinition definition, ContainerDefinition container) {
        var driver = container.logDriver();
        if (driver.isEmpty()) {
            return List.of();
        }
        var byRole = driver.equals("awslogs") && !definition.executionRoleArn().isEmpty();
        var names = new ArrayList<String>();
        names.add(OLD + "logging-driver." + driver);
        if (byRole) {
            names.add(NEW + "execution-role-awslogs");
        }
        if (driver.equals("awslogs")) {
            names.add(DOCKER_API + "1.19");
        }
        return names;
    }

    private static List<String> ofSettings(ContainerDefinition container) {
        var names = new ArrayList<String>();
        var settings = container.settings();
        if (container.memoryReservationMib() > 0) {
            names.add(DOCKER_API + "1.21");
        }
        if (settings.healthCheck() instanceof ContainerHealthCheck.Check) {
            names.add(NEW + "container-health-check");
        }
        if (!settings.dependsOn().isEmpty()) {
            names.add(NEW + "container-ordering");
        }
        if (settings.restartPolicy().enabled()) {
            names.add(NEW + "container-restart-policy");
        }
        for (var secret : settings.secrets()) {
            var manager = secret.valueFrom().contains(":secretsmanager:") ? "asm" : "ssm";
            names.add(NEW + "secrets." + manager + ".environment-variables");
        }
        if ("true".equals(container.unmodelled().fields().get("privileged"))) {
            names.add(OLD + "privileged-container");
        }
        return names;
    }
}
