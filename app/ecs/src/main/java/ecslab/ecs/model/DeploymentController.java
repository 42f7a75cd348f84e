package ecslab.ecs.model;

/// Who carries a service's deployments out.
public enum DeploymentController {
    ECS,
    CODE_DEPLOY,
    EXTERNAL
}
