package ecslab.ecs.time;

import java.time.Duration;

/// A moment on a run's own clock, in whole microseconds since the scenario's `startsAt`.
///
/// Nothing in this module reads the computer's clock. A run repeated tomorrow, or on a slower
/// machine, therefore meets the same instants in the same order.
///
/// @param micros 0 or more; a `long` of microseconds lasts for 292,000 years
public record SimInstant(long micros) implements Comparable<SimInstant> {

    public static final SimInstant START = new SimInstant(0);

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    public SimInstant {
        if (micros < 0) {
            throw new IllegalArgumentException("a run has no time before its start: " + micros);
        }
    }

    public static SimInstant ofSeconds(long seconds) {
        return new SimInstant(Math.multiplyExact(seconds, MICROS_PER_SECOND));
    }

    public static SimInstant of(Duration sinceStart) {
        return START.plus(sinceStart);
    }

    public SimInstant plus(Duration length) {
        return new SimInstant(Math.addExact(micros, length.toNanos() / NANOS_PER_MICRO));
    }

    /// This moment less `length`, but never before the start of the run.
    public SimInstant minus(Duration length) {
        return new SimInstant(Math.max(0, micros - length.toNanos() / NANOS_PER_MICRO));
    }

    /// How long it is from `earlier` to this moment; negative if `earlier` is later.
    public Duration since(SimInstant earlier) {
        return Duration.ofNanos((micros - earlier.micros) * NANOS_PER_MICRO);
    }

    public boolean isBefore(SimInstant other) {
        return micros < other.micros;
    }

    public boolean isAfter(SimInstant other) {
        return micros > other.micros;
    }

    public static SimInstant earlier(SimInstant a, SimInstant b) {
        return a.isBefore(b) ? a : b;
    }

    public static SimInstant later(SimInstant a, SimInstant b) {
        return a.isAfter(b) ? a : b;
    }

    /// As a scenario writes it: `0s`, `20s`, `2m30s`, `1h0m5.25s`.
    @Override
    public String toString() {
        return Spans.format(since(START));
    }

    @Override
    public int compareTo(SimInstant other) {
        return Long.compare(micros, other.micros);
    }
}
