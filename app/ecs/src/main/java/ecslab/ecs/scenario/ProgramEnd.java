package ecslab.ecs.scenario;

import java.time.Duration;

/// Whether a program ends by itself.
public sealed interface ProgramEnd {

    ProgramEnd NEVER = new Never();

    /// It runs until it is told to stop.
    record Never() implements ProgramEnd {}

    /// It ends so long after its container's start.
    record After(Duration ranFor, int exitCode) implements ProgramEnd {}

    /// It can't even be started.
    ///
    /// @param error what the container runtime says, such as `exec: "serve": executable file not
    ///   found in $PATH`
    record CannotStart(String error) implements ProgramEnd {}

    /// The container runtime begins to start it and never comes to an end.
    record HangsAtStart() implements ProgramEnd {}
}
