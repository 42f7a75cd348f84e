package ecslab.ecs.model;

/// How far a task has come, how far it shall come, and how it feels.
///
/// @param healthStatus what its containers' health checks say
public record TaskCondition(
        TaskStatus lastStatus, TaskStatus desiredStatus, HealthStatus healthStatus) {

    /// Of a task that has just been made.
    public static TaskCondition of(TaskStatus first) {
        return new TaskCondition(first, TaskStatus.RUNNING, HealthStatus.UNKNOWN);
    }
}
