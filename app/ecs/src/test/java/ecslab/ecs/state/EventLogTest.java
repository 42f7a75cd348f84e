package ecslab.ecs.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventLog log =
            new EventLog(
                    List.of(
                            Samples.said(1, "a"),
                            Samples.said(3, "b"),
                            Samples.said(3, "c"),
                            Samples.said(7, "d")));

    @Test
    void eventsOfTheMomentItselfHaveHappened() {
        assertEquals(
                List.of(0, 1, 1, 3, 3, 3, 3, 4, 4),
                LongStream.range(0, 9)
                        .mapToObj(second -> log.countUpTo(SimInstant.ofSeconds(second)))
                        .toList());
    }

    @Test
    void emptyLogHasNoneAtAnyMoment() {
        assertEquals(0, new EventLog().countUpTo(SimInstant.ofSeconds(9)));
    }

    @Test
    void listGrowsWithTheLogAndNobodyElseCanChangeIt() {
        List<Event> all = log.all();
        log.add(Samples.said(7, "e"));
        assertEquals(5, all.size());
        assertEquals(5, log.size());
        assertThrows(UnsupportedOperationException.class, () -> all.remove(0));
    }

    @Test
    void nothingHappensBeforeWhatHasHappened() {
        assertThrows(IllegalStateException.class, () -> log.add(Samples.said(6, "late")));
        assertEquals(4, log.size());
    }

    @Test
    void logBegunWithAnothersEventsGrowsAlone() {
        var branch = new EventLog(log.all());
        log.add(Samples.said(8, "e"));
        assertEquals(4, branch.size());
    }
}
