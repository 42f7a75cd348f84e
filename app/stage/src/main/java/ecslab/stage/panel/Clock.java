package ecslab.stage.panel;

import ecslab.ecs.RunHeader;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as the panels show them.
final class Clock {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MINUTE = 60;

    private Clock() {}

    /// The run's own clock: `00:01:12`.
    static String run(SimInstant at) {
        var seconds = at.since(SimInstant.START).toSeconds();
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                seconds / MINUTE / MINUTE,
                seconds / MINUTE % MINUTE,
                seconds % MINUTE);
    }

    /// What the calendar says then: `2026-11-21 00:01:12 UTC`.
    static String calendar(RunHeader header, SimInstant at) {
        return DATE_TIME.format(header.calendar(at));
    }

    /// The time of the day: `00:01:12`.
    static String time(Instant at) {
        return TIME.format(at);
    }
}
