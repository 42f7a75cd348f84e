package ecslab.ecs.model;

/// An environment variable that gets its value when the container starts, once.
///
/// @param valueFrom the ARN of a secret in Secrets Manager, or name or ARN of an SSM parameter
public record Secret(String name, String valueFrom) {}
