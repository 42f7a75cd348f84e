package ecslab.ecs.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimInstantTest {

    private static final SimInstant TEN = SimInstant.ofSeconds(10);

    @Test
    void isCountedInMicroseconds() {
        assertEquals(new SimInstant(10_000_000), TEN);
        assertEquals(new SimInstant(10_000_007), TEN.plus(Duration.ofNanos(7_999)));
        assertEquals(new SimInstant(1_500_000), SimInstant.of(Duration.ofMillis(1_500)));
    }

    @Test
    void thereIsNoTimeBeforeTheStart() {
        assertThrows(IllegalArgumentException.class, () -> new SimInstant(-1));
        assertEquals(SimInstant.START, TEN.minus(Duration.ofSeconds(11)));
        assertEquals(SimInstant.ofSeconds(1), TEN.minus(Duration.ofSeconds(9)));
    }

    @Test
    void distanceIsNegativeBackwards() {
        assertEquals(Duration.ofSeconds(10), TEN.since(SimInstant.START));
        assertEquals(Duration.ofSeconds(-10), SimInstant.START.since(TEN));
    }

    @Test
    void orderIsTheClocks() {
        var later = TEN.plus(Duration.ofNanos(1_000));
        assertEquals(
                List.of(SimInstant.START, TEN, later),
                Stream.of(later, SimInstant.START, TEN).sorted().toList());
        assertEquals(TEN, SimInstant.earlier(later, TEN));
        assertEquals(later, SimInstant.later(TEN, later));
        assertEquals(
                List.of(true, false, false, false),
                List.of(
                        TEN.isBefore(later),
                        TEN.isAfter(later),
                        TEN.isBefore(TEN),
                        TEN.isAfter(TEN)));
    }

    @Test
    void farthestMomentDoesNotWrapAround() {
        var last = new SimInstant(Long.MAX_VALUE);
        assertThrows(ArithmeticException.class, () -> last.plus(Duration.ofSeconds(1)));
        assertThrows(ArithmeticException.class, () -> SimInstant.ofSeconds(Long.MAX_VALUE));
    }

    @Test
    void isPrintedAsScenariosWriteIt() {
        assertEquals(
                List.of("0s", "20s", "2m30s", "1h0m5.25s", "0.000001s"),
                Stream.of(0L, 20_000_000L, 150_000_000L, 3_605_250_000L, 1L)
                        .map(SimInstant::new)
                        .map(SimInstant::toString)
                        .toList());
    }
}
