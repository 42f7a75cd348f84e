package ecslab.ecs.model;

import java.util.List;

/// Who deploys a service, and what is on its way.
///
/// @param currentServiceDeployment the last part of its ARN; empty if none is on its way
/// @param taskSets of a service whose controller isn't `ECS`
public record Rollout(
        DeploymentController controller, String currentServiceDeployment, List<TaskSet> taskSets) {

    public static final Rollout BY_ECS = new Rollout(DeploymentController.ECS, "", List.of());

    public Rollout withCurrent(String next) {
        return new Rollout(controller, next, taskSets);
    }

    public Rollout withTaskSets(List<TaskSet> next) {
        return new Rollout(controller, currentServiceDeployment, next);
    }
}
