package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is due comes by moment, and of one moment in the order in which it was put there.
class SimAgendaTest {

    private final SimAgenda agenda = new SimAgenda();

    @Test
    void earlierMomentsComeFirst() {
        put(agenda, 3, "c");
        put(agenda, 1, "a");
        put(agenda, 2, "b");

        assertEquals(SimInstant.ofSeconds(1).micros(), agenda.nextAt());
        assertEquals(List.of("a", "b", "c"), takeAll(agenda));
        assertEquals(SimInstant.ofSeconds(3), agenda.now());
        assertEquals(Long.MAX_VALUE, agenda.nextAt());
    }

    @Test
    void whatIsPutFirstComesFirst() {
        put(agenda, 2, "a");
        put(agenda, 1, "first");
        put(agenda, 2, "b");
        put(agenda, 2, "c");

        assertEquals(List.of("first", "a", "b", "c"), takeAll(agenda));
    }

    @Test
    void whatBecomesDueNowComesAfterWhatWasDueAlready() {
        put(agenda, 1, "a");
        put(agenda, 1, "b");
        assertEquals("a", name(agenda.take()));
        put(agenda, 1, "c");
        assertEquals(List.of("b", "c"), takeAll(agenda));
        put(agenda, 1, "d");

        assertEquals(List.of("d"), takeAll(agenda));
    }

    @Test
    void copyGoesOnByItself() {
        put(agenda, 1, "a");
        put(agenda, 2, "b");
        var copy = agenda.copy();
        put(agenda, 2, "of the original");
        put(copy, 1, "of the copy");

        assertEquals(List.of("a", "of the copy", "b"), takeAll(copy));
        assertEquals(List.of("a", "b", "of the original"), takeAll(agenda));
    }

    private static void put(SimAgenda into, int second, String name) {
        into.at(SimInstant.ofSeconds(second), new Work.SendOne(name, "/"));
    }

    private static List<String> takeAll(SimAgenda from) {
        var taken = new ArrayList<String>();
        while (from.hasDueBy(SimInstant.ofSeconds(9))) {
            taken.add(name(from.take()));
        }
        assertFalse(from.hasDueBy(SimInstant.ofSeconds(9)));
        return taken;
    }

    private static String name(Work work) {
        return ((Work.SendOne) work).loadBalancer();
    }
}
