package ecslab.ecs.model;

/// The states of a revision (Developer Guide, *Task definition states*).
public enum TaskDefinitionStatus {
    ACTIVE,
    INACTIVE,
    DELETE_IN_PROGRESS
}
