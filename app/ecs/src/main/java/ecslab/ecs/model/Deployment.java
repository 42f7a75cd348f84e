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
        SimInstant updatedAt) {

    /// What the ids of all deployments and task sets begin with.
    public static final String ID_PREFIX = "ecs-svc/";

    public Deployment withStatus(DeploymentStatus next, SimInstant at) {
        return new Deployment(
                id,
                next,
                taskDefinition,
                desiredCount,
                pendingCount,
                runningCount,
                failedTasks,
                rolloutState,
                rolloutStateReason,
                createdAt,
                at);
    }

    public Deployment withCounts(int desired, int running, int pending) {
        return new Deployment(
                id,
                status,
                taskDefinition,
                desired,
                pending,
                running,
                failedTasks,
                rolloutState,
                rolloutStateReason,
                createdAt,
                updatedAt);
    }

    public Deployment withFailedTasks(int next, SimInstant at) {
        return new Deployment(
                id,
                status,
                taskDefinition,
                desiredCount,
                pendingCount,
                runningCount,
                next,
                rolloutState,
                rolloutStateReason,
                createdAt,
                at);
    }

    public Deployment withRollout(RolloutState next, String reason, SimInstant at) {
        return new Deployment(
                id,
                status,
                taskDefinition,
                desiredCount,
                pendingCount,
                runningCount,
                failedTasks,
                next,
                reason,
                createdAt,
                at);
    }
}
