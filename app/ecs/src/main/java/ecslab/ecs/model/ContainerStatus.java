package ecslab.ecs.model;

/// A container's `lastStatus`.
public enum ContainerStatus {
    PENDING,
    RUNNING,
    STOPPED
}
