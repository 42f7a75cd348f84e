package ecslab.ecs.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.time.SimInstant;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTimesTest {

    private static final SimInstant FIRST = SimInstant.ofSeconds(1);
    private static final SimInstant SECOND = SimInstant.ofSeconds(2);

    @Test
    void theyAreInTheOrderOfTheMomentsWhateverWasNotedFirst() {
        var noted = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        noted.put(TaskMoment.STOPPING_AT, SECOND);
        noted.put(TaskMoment.CREATED_AT, FIRST);

        var times = TaskTimes.copyOf(noted);
        assertEquals(noted, times);
        assertEquals(times, noted);
        assertEquals(noted.toString(), times.toString());
        assertEquals(noted.hashCode(), times.hashCode());

        var more = times.with(TaskMoment.STARTED_AT, SECOND);
        assertEquals(
                List.of(TaskMoment.CREATED_AT, TaskMoment.STARTED_AT, TaskMoment.STOPPING_AT),
                List.copyOf(more.keySet()));
        assertEquals(SECOND, more.get(TaskMoment.STARTED_AT));
    }

    @Test
    void nobodyCanChangeThem() {
        var times = TaskTimes.copyOf(new EnumMap<>(TaskMoment.class));
        assertNull(times.with(TaskMoment.CREATED_AT, FIRST).get(TaskMoment.STOPPED_AT));
        assertFalse(times.containsKey(TaskMoment.CREATED_AT));
        assertThrows(
                UnsupportedOperationException.class, () -> times.put(TaskMoment.CREATED_AT, FIRST));
    }
}
