package ecslab.ecs.model;

/// A volume that the containers of a task may mount.
///
/// @param unmodelled what kind of volume it is, as it was written
public record Volume(String name, Unmodelled unmodelled) {}
