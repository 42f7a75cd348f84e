package ecslab.ecs.scenario;

import java.time.Duration;

/// What a program does when it is told to end.
///
/// @param ignores it goes on until SIGKILL
/// @param drainsFor how long it goes on to finish what it has begun
/// @param exitCode what it exits with
public record OnSigterm(boolean ignores, Duration drainsFor, int exitCode) {}
