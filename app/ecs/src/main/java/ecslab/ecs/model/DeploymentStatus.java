package ecslab.ecs.model;

/// The place of a deployment in its service.
public enum DeploymentStatus {
    PRIMARY,
    ACTIVE,
    INACTIVE
}
