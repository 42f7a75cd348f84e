package ecslab.ecs.model;

import java.util.List;

/// CloudWatch alarms that fail a deployment.
public record DeploymentAlarms(List<String> alarmNames, boolean enable, boolean rollback) {

    public static final DeploymentAlarms OFF = new DeploymentAlarms(List.of(), false, false);
}
