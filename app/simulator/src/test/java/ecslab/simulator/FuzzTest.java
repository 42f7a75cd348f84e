package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.simulator.fuzz.Fuzz;
import ecslab.simulator.fuzz.RandomScenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Random scenarios with several containers, dependencies, health checks, leaks and faults break no
/// rule.
class FuzzTest {

    static final List<Long> SEEDS = Seeds.of(60);

    @ParameterizedTest
    @FieldSource("SEEDS")
    void findsNothing(long seed) {
        var found = Fuzz.of(seed);
        if (found.isBroken()) {
            var least = found.shrunk();
            assertEquals(
                    List.of(), least.broken(), () -> seed + ": " + least.scenario().commands());
        }
        assertTrue(found.events() > 50, "too little happens");
    }

    @Test
    void sameSeedIsTheSameScenario() {
        assertEquals(RandomScenario.of(5), RandomScenario.of(5));
    }
}
