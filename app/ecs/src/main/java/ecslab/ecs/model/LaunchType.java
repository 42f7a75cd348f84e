package ecslab.ecs.model;

/// The kind of capacity a task runs on.
public enum LaunchType {
    EC2,
    FARGATE,
    EXTERNAL
}
