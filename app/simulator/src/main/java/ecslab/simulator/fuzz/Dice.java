package ecslab.simulator.fuzz;

import ecslab.ecs.chance.Chance;
import java.util.List;

/// Draws from one stream of a seed, one after the other.
final class Dice {

    private final long seed;
    private final String stream;
    private long thrown;

    Dice(long seed, String stream) {
        this.seed = seed;
        this.stream = stream;
    }

    /// From 0 to `bound - 1`.
    int below(int bound) {
        return Chance.below(bound, Chance.draw(seed, stream, thrown++));
    }

    /// From `from` to `to`, both included.
    int from(int from, int to) {
        return from + below(to - from + 1);
    }

    /// Once in so many times.
    boolean once(int in) {
        return below(in) == 0;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }
}
