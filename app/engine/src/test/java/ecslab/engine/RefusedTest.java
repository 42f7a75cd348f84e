package ecslab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.chance.Chance;
import ecslab.engine.Candidate.Check;
import java.util.EnumMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// §5.1 Who comes nearest of those that may not have a task: the same as if all were walked.
class RefusedTest {

    private static final int INSTANCES = 12;
    private static final int CHANGES = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theClosestIsWhoWalkingAllOfThemWouldFind(long seed) {
        var refused = new Refused();
        var walked = new TreeMap<Integer, Integer>();
        for (var change = 0; change < CHANGES; change++) {
            var number = Chance.below(INSTANCES, Chance.draw(seed, "instance", change));
            var failed = Chance.below(1 << Check.values().length, Chance.draw(seed, "it", change));
            var before = walked.remove(number);
            if (before != null) {
                refused.remove(number, before);
            }
            if (failed > 0) {
                refused.add(number, failed);
                walked.put(number, failed);
            }
            assertEquals(closest(walked), refused.closest());
            assertEquals(counts(walked), refused.byCheck());
        }
    }

    /// As Guesses has it, and one that is DRAINING last; of several the first.
    private static OptionalInt closest(TreeMap<Integer, Integer> walked) {
        var best = 0;
        var closest = OptionalInt.empty();
        for (var one : walked.entrySet()) {
            if (closest.isEmpty() || isCloser(one.getValue(), best)) {
                best = one.getValue();
                closest = OptionalInt.of(one.getKey());
            }
        }
        return closest;
    }

    private static boolean isCloser(int failed, int than) {
        var drains = (failed & Check.DRAINING.bit()) != 0;
        var otherDrains = (than & Check.DRAINING.bit()) != 0;
        return drains == otherDrains ? Guesses.isCloser(failed, than) : otherDrains;
    }

    private static EnumMap<Check, Integer> counts(TreeMap<Integer, Integer> walked) {
        var counts = new EnumMap<Check, Integer>(Check.class);
        for (int failed : walked.values()) {
            for (var check : Check.values()) {
                if ((failed & check.bit()) != 0) {
                    counts.merge(check, 1, Integer::sum);
                    break;
                }
            }
        }
        return counts;
    }
}
