package ecslab.ecs.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ecslab.ecs.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyframesTest {

    private static final int EVENTS = 3 * Keyframes.EVENTS_BETWEEN + 500;

    private final List<Event> events = new ArrayList<>();
    private final EventLog log = new EventLog();
    private final Keyframes keyframes = new Keyframes(log);

    KeyframesTest() {
        for (var i = 0; i < EVENTS; i++) {
            events.add(i % 7 == 0 ? task(i) : Samples.said(i, "event " + i));
        }
        events.forEach(log::add);
    }

    /// Every seventh event is about a task; every second of these tells an earlier one to stop.
    private static Event task(int i) {
        var task = Samples.task(i / 14, i % 3 == 0 ? "service:web" : "family:api");
        return Samples.reported(i, i % 2 == 0 ? task : Samples.leaving(task));
    }

    @Test
    void anyPositionEqualsAFoldFromTheStart() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 30; i++) {
            var position = random.nextInt(EVENTS + 1);
            assertEquals(
                    Samples.fold(events.subList(0, position)),
                    keyframes.at(position),
                    "position " + position);
        }
    }

    @Test
    void keyframesThemselvesAndTheirNeighboursAreRight() {
        for (var frame = 0; frame <= EVENTS; frame += Keyframes.EVENTS_BETWEEN) {
            for (var position = Math.max(0, frame - 1); position <= frame + 1; position++) {
                assertEquals(Samples.fold(events.subList(0, position)), keyframes.at(position));
            }
        }
        assertEquals(ClusterState.EMPTY, keyframes.at(0));
    }

    @Test
    void askingAgainCostsNothing() {
        assertSame(keyframes.at(100), keyframes.at(100));
    }

    @Test
    void snapshotDoesNotChangeWhenTheReaderGoesOn() {
        var early = keyframes.at(50);
        keyframes.at(EVENTS);
        assertEquals(Samples.fold(events.subList(0, 50)), early);
    }

    @Test
    void growingLogIsFollowed() {
        keyframes.at(EVENTS);
        var late = Samples.said(EVENTS, "late");
        log.add(late);
        events.add(late);
        assertEquals(Samples.fold(events), keyframes.at(EVENTS + 1));
    }
}
