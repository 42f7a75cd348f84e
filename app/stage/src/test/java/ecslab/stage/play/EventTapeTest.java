package ecslab.stage.play;

import static ecslab.stage.Samples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ecslab.ecs.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTapeTest {

    @Test
    void listsHandedOutDoNotGrow() {
        var events = new ArrayList<Event>();
        for (var i = 0; i < 5_000; i++) {
            events.add(request(i, i));
        }
        var tape = new EventTape();
        tape.takeUpTo(1_500, events);
        var early = tape.list();
        tape.takeUpTo(5_000, events);

        assertEquals(events.subList(0, 1_500), early);
        assertEquals(events, tape.list());
    }

    @Test
    void branchHoldsTheSameEvents() {
        List<Event> events = List.of(request(1, 1), request(2, 2), request(3, 3));
        var tape = new EventTape();
        tape.takeUpTo(3, events);
        var branch = tape.first(2);
        branch.takeUpTo(3, List.of(events.get(0), events.get(1), request(9, 9)));

        assertEquals(events, tape.list());
        assertEquals(request(9, 9), branch.list().get(2));
        assertSame(events.get(1), branch.list().get(1));
    }
}
