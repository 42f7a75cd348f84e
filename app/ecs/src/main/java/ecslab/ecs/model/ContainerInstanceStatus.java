package ecslab.ecs.model;

/// A container instance's `status` (ECS API model). REGISTERING and DEREGISTERING come only with
/// `awsvpcTrunking`, while the trunk interface is attached or detached.
public enum ContainerInstanceStatus {
    REGISTERING,
    REGISTRATION_FAILED,
    ACTIVE,
    DRAINING,
    DEREGISTERING,
    INACTIVE
}
