package ecslab.ecs.model;

/// A plain environment variable of a container. Secrets don't belong here.
public record EnvironmentVariable(String name, String value) {}
