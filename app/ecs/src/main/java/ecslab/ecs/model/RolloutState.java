package ecslab.ecs.model;

/// How far a deployment has come.
public enum RolloutState {
    IN_PROGRESS,
    COMPLETED,
    FAILED
}
