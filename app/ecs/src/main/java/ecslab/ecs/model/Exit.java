package ecslab.ecs.model;

/// A container's exit code. ECS leaves it out for a container that never started.
public sealed interface Exit {

    Exit NONE = new None();

    /// SIGKILL: 128 + 9.
    int KILLED = 137;

    /// SIGTERM, not handled by the program: 128 + 15.
    int TERMINATED = 143;

    /// What a container ends with whose program isn't one for its machine (general Docker
    /// convention; 1 is seen as well).
    int WRONG_FORMAT = 255;

    /// Not ended yet, or never started.
    record None() implements Exit {}

    /// Ended with an exit code.
    ///
    /// @param exitCode 0 to 255
    record Code(int exitCode) implements Exit {}
}
