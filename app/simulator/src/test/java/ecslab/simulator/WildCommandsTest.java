package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.simulator.check.Checker;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever somebody does, the [Checker] finds nothing.
class WildCommandsTest {

    static final List<Long> SEEDS = Seeds.of(60);

    @ParameterizedTest
    @FieldSource("SEEDS")
    void breakNoRule(long seed) {
        Shrinker.hold(
                seed, drawn -> assertEquals(List.of(), Checker.check(Wild.play(drawn).events())));
    }
}
