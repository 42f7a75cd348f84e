package ecslab.ecs.model;

/// What container health checks say; UNKNOWN where none is defined.
public enum HealthStatus {
    HEALTHY,
    UNHEALTHY,
    UNKNOWN
}
