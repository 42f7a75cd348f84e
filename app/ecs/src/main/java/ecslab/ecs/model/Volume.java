package ecslab.ecs.model;

/// A volume that the containers of a task may mount.
///
/// @param unmodelled what was written beyond its name, as it was written
public record Volume(String name, VolumeKind kind, Unmodelled unmodelled) {

    /// A bind mount that lives as long as the task.
    public Volume(String name, Unmodelled unmodelled) {
        this(name, VolumeKind.BIND, unmodelled);
    }

    public Volume withKind(VolumeKind next, Unmodelled written) {
        return new Volume(name, next, written);
    }
}
