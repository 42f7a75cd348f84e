package ecslab.ecs.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.DeploymentCircuitBreaker.Threshold;
import ecslab.ecs.model.DeploymentCircuitBreaker.Type;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// §6.2 The arithmetic of a rolling deployment; §6.5 the thresholds; §6.7 the steps.
class DeploymentConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "4, 100, 200, 4, 8", "4, 50, 100, 2, 4", "2, 75, 100, 2, 2", "3, 100, 125, 3, 3",
        "1, 100, 100, 1, 1", "1, 0, 100, 0, 1", "1, 50, 100, 1, 1", "10, 90, 110, 9, 11",
        "0, 100, 200, 0, 0", "5000, 100, 200, 5000, 10000"
    })
    void minimumIsRoundedUpAndMaximumDown(int desired, int low, int high, int least, int most) {
        var configuration = new DeploymentConfiguration(low, high);
        assertEquals(least, configuration.least(desired));
        assertEquals(most, configuration.most(desired));
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "4, 3", "6, 3", "7, 4", "10, 5", "25, 13", "400, 200", "800, 200"})
    void halfOfTheDesiredCountButThreeToTwoHundred(int desired, int failures) {
        assertEquals(failures, Threshold.USUAL.failures(desired));
    }

    @ParameterizedTest
    @CsvSource({
        "BOUNDED_PERCENT, 10, 10, 3", "BOUNDED_PERCENT, 100, 10, 10",
                "UNBOUNDED_PERCENT, 10, 10, 1",
        "UNBOUNDED_PERCENT, 50, 7, 4", "UNBOUNDED_PERCENT, 50, 1000, 500", "COUNT, 7, 1, 7",
        "COUNT, 1, 1000, 1"
    })
    void otherThresholds(Type type, int value, int desired, int failures) {
        assertEquals(failures, new Threshold(type, value).failures(desired));
    }

    @Test
    void sharesAfterEachStep() {
        assertEquals("1000", shares(new DeploymentStrategy.BlueGreen()));
        assertEquals(
                "100 200 300 400 500 600 700 800 900 1000",
                shares(DeploymentStrategy.Linear.USUAL));
        assertEquals("50 1000", shares(DeploymentStrategy.Canary.USUAL));
    }

    private static String shares(DeploymentStrategy strategy) {
        var last =
                IntStream.iterate(1, n -> n + 1)
                        .filter(n -> strategy.tenthsAfter(n) == DeploymentStrategy.WHOLE)
                        .findFirst()
                        .orElseThrow();
        return IntStream.rangeClosed(1, last)
                .mapToObj(n -> "" + strategy.tenthsAfter(n))
                .collect(Collectors.joining(" "));
    }
}
