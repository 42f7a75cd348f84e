package ecslab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.CapacityProviderStrategyItem;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §1.3: base and weight.
class StrategyMathsTest {

    /// The first row is the reference's own example.
    @ParameterizedTest
    @CsvSource({
        "2, 1, 4, 12, 0, 0, 4, 8",
        "2, 1, 4, 7, 0, 0, 3, 4",
        "0, 1, 1, 5, 0, 0, 3, 2",
        "0, 1, 3, 8, 0, 0, 2, 6",
        "0, 0, 1, 3, 0, 0, 0, 3",
        "3, 0, 1, 5, 0, 0, 3, 2",
        "5, 1, 1, 3, 0, 0, 3, 0",
        "2, 1, 4, 4, 3, 0, 0, 4",
        "1, 1, 1, 2, 0, 2, 2, 0",
    })
    void baseFirstThenWhoeverLacksMost(
            int base, int weightA, int weightB, int count, int hasA, int hasB, int a, int b) {
        var strategy =
                List.of(
                        new CapacityProviderStrategyItem("A", base, weightA),
                        new CapacityProviderStrategyItem("B", 0, weightB));
        var running = new TreeMap<String, Integer>();
        running.put("A", hasA);
        running.put("B", hasB);
        var placed = StrategyMaths.place(strategy, running, count);
        assertEquals(a, Collections.frequency(placed, "A"));
        assertEquals(b, Collections.frequency(placed, "B"));
    }
}
