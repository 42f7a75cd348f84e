package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.scenario.Shape;
import ecslab.ecs.scenario.Traffic;

/// A traffic's users, and how far they have come.
///
/// Requests are spread evenly over time, each somewhere within its own slot; where the rate
/// changes, it does so from second to second.
final class Crowd {

    static final long NEVER = Long.MAX_VALUE;

    private static final double SECOND = 1_000_000;

    private final Traffic traffic;
    private final long seed;
    private final String stream;

    /// How many have been sent.
    private long sent;

    /// The second that is under way, and how many are sent before it.
    private int second;

    private double before;

    /// When the next request is sent, in microseconds.
    private long nextAt;

    Crowd(Traffic traffic, long seed) {
        this.traffic = traffic;
        this.seed = seed;
        stream = "traffic/" + traffic.name();
        nextAt = find();
    }

    private Crowd(Crowd from) {
        traffic = from.traffic;
        seed = from.seed;
        stream = from.stream;
        sent = from.sent;
        second = from.second;
        before = from.before;
        nextAt = from.nextAt;
    }

    Crowd copy() {
        return new Crowd(this);
    }

    long nextAt() {
        return nextAt;
    }

    /// Numbers the request that is sent now, and looks for the next.
    long send() {
        var number = sent++;
        nextAt = find();
        return number;
    }

    private long find() {
        var micros =
                switch (traffic.shape()) {
                    case Shape.Steady(double perSecond) -> (long) (place() / perSecond * SECOND);
                    case Shape.Moments(var offsets) ->
                            sent < offsets.size()
                                    ? offsets.get((int) sent).toNanos() / 1_000
                                    : NEVER;
                    case Shape.Wave _, Shape.Spike _ -> changing();
                };
        if (micros == NEVER) {
            return NEVER;
        }
        var at = traffic.from().micros() + micros;
        return at < traffic.until().micros() ? at : NEVER;
    }

    private double place() {
        return sent + Chance.fraction(Chance.draw(seed, stream, sent));
    }

    private long changing() {
        var wanted = place();
        var length = traffic.until().since(traffic.from()).toSeconds() + 1;
        while (second < length) {
            var rate = traffic.shape().rateAt(second + 0.5);
            if (before + rate > wanted) {
                return (long) ((second + (wanted - before) / rate) * SECOND);
            }
            before += rate;
            second++;
        }
        return NEVER;
    }
}
