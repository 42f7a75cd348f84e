package ecslab.ecs;

/// What a cluster answers to a command: the action's own response, or an error.
public sealed interface Answer permits Response, ApiError {}
