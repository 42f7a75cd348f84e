package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// Whether and how a container's health is checked from inside. An image's own HEALTHCHECK doesn't
/// count.
public sealed interface ContainerHealthCheck {

    ContainerHealthCheck NONE = new None();

    /// The task definition names no health check.
    record None() implements ContainerHealthCheck {}

    /// Docker runs a command in the container now and then.
    ///
    /// @param command begins with `CMD` or `CMD-SHELL`
    /// @param retries failures in a row
    /// @param startPeriod after the container's start, failures don't count for so long; zero if
    ///   off
    record Check(
            List<String> command,
            Duration interval,
            Duration timeout,
            int retries,
            Duration startPeriod)
            implements ContainerHealthCheck {}
}
