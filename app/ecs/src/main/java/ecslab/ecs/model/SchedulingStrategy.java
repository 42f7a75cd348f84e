package ecslab.ecs.model;

/// How a service scheduler decides how many tasks there are.
public enum SchedulingStrategy {
    /// As many as `desiredCount` says.
    REPLICA,
    /// One on each container instance that may have it.
    DAEMON
}
