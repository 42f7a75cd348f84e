package ecslab.ecs.model;

/// A container whose mount points another container takes over.
public record VolumeFrom(String sourceContainer, boolean readOnly) {}
