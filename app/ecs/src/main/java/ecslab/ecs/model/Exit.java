package ecslab.ecs.model;

/// A container's exit code. ECS leaves it out for a container that never started.
public sealed interface Exit {

    Exit NONE = new None();

    /// SIGKILL: 128 + 9.
    int KILLED = 137;

    /// SIGTERM, not handled by the program: 128 + 15.
    int TERMINATED = 143;

    /// Not ended yet, or never started.
    record None() implements Exit {}

    /// Ended with an exit code.
    ///
    /// @param exitCode 0 to 255
    record Code(int exitCode) implements Exit {}
}
