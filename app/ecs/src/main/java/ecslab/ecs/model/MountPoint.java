package ecslab.ecs.model;

/// Where a container sees a volume of its task.
public record MountPoint(String sourceVolume, String containerPath, boolean readOnly) {}
