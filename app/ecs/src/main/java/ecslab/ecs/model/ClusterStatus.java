package ecslab.ecs.model;

/// A cluster's `status`.
public enum ClusterStatus {
    PROVISIONING,
    ACTIVE,
    DEPROVISIONING,
    FAILED,
    INACTIVE
}
