package ecslab.ecs.scenario;

import java.time.Duration;

/// What a container health check finds in a container, by how long ago that was started.
///
/// @param passesAfter it fails before
/// @param failsAfter it fails again from then on; as long as no run lasts if it never does
/// @param takes how long the check takes; one that takes longer than its timeout has failed
public record HealthAnswers(Duration passesAfter, Duration failsAfter, Duration takes) {

    public static final Duration NEVER = Duration.ofDays(3_650);

    /// Passes as soon as the program is up.
    public static HealthAnswers from(Duration startsIn) {
        return new HealthAnswers(startsIn, NEVER, Duration.ZERO);
    }
}
