package ecslab.ecs.model;

/// Who carries a service's deployments out.
public enum DeploymentController {
    ECS,
    CODE_DEPLOY,
    EXTERNAL;

    /// Whether somebody other than ECS makes the service's task sets, and says which is the primary
    /// one.
    public boolean hasTaskSets() {
        return this != ECS;
    }
}
