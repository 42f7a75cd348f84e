package ecslab.stage.panel;

import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// How much of a run a time bar shows: a round length that leaves room to go on. A minute of story
/// in a run of hours would be a dot otherwise.
final class Extent {

    private static final List<Duration> ROUND =
            List.of(
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(20),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    /// A run that isn't much longer is shown whole.
    private static final double WHOLE = 1.5;

    private static final double ROOM = 1.25;

    private Extent() {}

    static SimInstant of(SimInstant frontier, SimInstant until) {
        var needed = frontier.micros() * ROOM;
        for (var length : ROUND) {
            var end = SimInstant.of(length);
            if (end.micros() >= needed && end.micros() * WHOLE < until.micros()) {
                return end;
            }
        }
        return SimInstant.later(until, new SimInstant(1));
    }
}
