package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// Whether a container that has ended is started again in place, without replacing its task.
///
/// @param restartAttemptPeriod it must have run for so long since its last start
public record RestartPolicy(
        boolean enabled, List<Integer> ignoredExitCodes, Duration restartAttemptPeriod) {

    /// ECS's default for `restartAttemptPeriod` (API reference, *ContainerRestartPolicy*).
    public static final Duration ATTEMPT_PERIOD_DEFAULT = Duration.ofMinutes(5);

    public static final RestartPolicy NONE =
            new RestartPolicy(false, List.of(), ATTEMPT_PERIOD_DEFAULT);
}
