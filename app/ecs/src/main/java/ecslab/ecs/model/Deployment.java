package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;

/// A service's wish to run one revision.
///
/// @param id `ecs-svc/` and 19 digits
/// @param failedTasks consecutive tasks that never ran
public record Deployment(
        String id,
        DeploymentStatus status,
        TaskDefinitionName taskDefinition,
        int desiredCount,
        int pendingCount,
        int runningCount,
        int failedTasks,
        RolloutState rolloutState,
        String rolloutStateReason,
        SimInstant createdAt,
        SimInstant updatedAt) {}
