package ecslab.engine;

import ecslab.engine.Candidate.Check;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The container instances of a [Ranking] that may not have the task, by what they fail. There are
/// many instances, but few ways to fail: whoever asks looks at the ways.
final class Refused {

    private static final Check[] CHECKS = Check.values();

    /// By the checks that fail, each by its bit: who fails just these, by number.
    private final TreeMap<Integer, BitSet> byFailed = new TreeMap<>();

    void add(int number, int failed) {
        byFailed.computeIfAbsent(failed, _ -> new BitSet()).set(number);
    }

    /// @param failed those that it was added with
    void remove(int number, int failed) {
        var same = byFailed.get(failed);
        if (same != null) {
            same.clear(number);
            if (same.isEmpty()) {
                byFailed.remove(failed);
            }
        }
    }

    /// Who fails the fewest checks ([Guesses#isCloser]), and one that is DRAINING only if no other
    /// is there; of several the one that was registered first.
    OptionalInt closest() {
        var best = 0;
        var closest = OptionalInt.empty();
        for (var same : byFailed.entrySet()) {
            int failed = same.getKey();
            var first = same.getValue().nextSetBit(0);
            if (closest.isEmpty()
                    || isCloser(failed, best)
                    || (!isCloser(best, failed) && first < closest.getAsInt())) {
                best = failed;
                closest = OptionalInt.of(first);
            }
        }
        return closest;
    }

    private static boolean isCloser(int failed, int than) {
        var draining = Check.DRAINING.bit();
        var active = Integer.compare(failed & draining, than & draining);
        return active != 0 ? active < 0 : Guesses.isCloser(failed, than);
    }

    /// How many each check has refused; one that fails several counts for the first.
    Map<Check, Integer> byCheck() {
        var counts = new EnumMap<Check, Integer>(Check.class);
        byFailed.forEach(
                (failed, same) -> counts.merge(first(failed), same.cardinality(), Integer::sum));
        return counts;
    }

    private static Check first(int failed) {
        for (var check : CHECKS) {
            if ((failed & check.bit()) != 0) {
                return check;
            }
        }
        throw new IllegalArgumentException("no check fails");
    }
}
