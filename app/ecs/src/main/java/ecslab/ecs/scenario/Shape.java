package ecslab.ecs.scenario;

import java.time.Duration;
import java.util.List;

/// How many requests there are, over time.
public sealed interface Shape {

    /// Always the same number a second.
    record Steady(double perSecond) implements Shape {}

    /// Up and down evenly: at `low` at first, at `high` after half a period.
    record Wave(double low, double high, Duration period) implements Shape {}

    /// The usual number, and many more for a while.
    ///
    /// @param at since the traffic's beginning
    record Spike(double base, double peak, Duration at, Duration lasts) implements Shape {}

    /// One request at each of these moments since the traffic's beginning, in order.
    record Moments(List<Duration> offsets) implements Shape {}

    /// Requests a second, so long after the beginning; 0 for single moments.
    default double rateAt(double seconds) {
        return switch (this) {
            case Steady(double perSecond) -> perSecond;
            case Wave(double low, double high, var period) -> {
                var part = seconds / seconds(period);
                var phase = part - StrictMath.floor(part);
                var up = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
                yield low + (high - low) * up;
            }
            case Spike(double base, double peak, var at, var lasts) ->
                    seconds >= seconds(at) && seconds < seconds(at.plus(lasts)) ? peak : base;
            case Moments _ -> 0;
        };
    }

    /// The most requests a second that there ever are.
    default double most() {
        return switch (this) {
            case Steady(double perSecond) -> perSecond;
            case Wave(double low, double high, _) -> Math.max(low, high);
            case Spike(double base, double peak, _, _) -> Math.max(base, peak);
            case Moments _ -> 1;
        };
    }

    private static double seconds(Duration span) {
        return span.toNanos() / 1e9;
    }
}
