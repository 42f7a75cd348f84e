package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// One container of a task definition.
///
/// @param cpuUnits 0 if none was given: on Linux a share, not a cap
/// @param memoryMib the hard limit; 0 if none was given
/// @param memoryReservationMib the soft limit; 0 if none was given
/// @param essential whether its end stops the task; ECS's default is true
/// @param stopTimeout between SIGTERM and SIGKILL; zero for what the agent takes, as it takes 0
/// @param logDriver such as `awslogs`; empty if none was given
public record ContainerDefinition(
        String name,
        String image,
        int cpuUnits,
        int memoryMib,
        int memoryReservationMib,
        boolean essential,
        List<PortMapping> portMappings,
        List<EnvironmentVariable> environment,
        Duration stopTimeout,
        String logDriver,
        ContainerSettings settings,
        Unmodelled unmodelled) {

    /// Between SIGTERM and SIGKILL where nothing else is said: on Fargate, and by the agent's
    /// `ECS_CONTAINER_STOP_TIMEOUT` (Developer Guide, *Task definition parameters*).
    public static final Duration STOP_TIMEOUT_DEFAULT = Duration.ofSeconds(30);

    /// What the container says itself, or else what its agent says.
    ///
    /// @param ofAgent what its instance's agent is set to
    public Duration stopTimeoutOr(Duration ofAgent) {
        return stopTimeout.isZero() ? ofAgent : stopTimeout;
    }
}
