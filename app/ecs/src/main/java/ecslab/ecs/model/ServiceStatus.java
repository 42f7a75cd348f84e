package ecslab.ecs.model;

/// A service's `status`.
public enum ServiceStatus {
    ACTIVE,
    DRAINING,
    INACTIVE
}
