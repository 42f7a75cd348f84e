package ecslab.ecs.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskNamesTest {

    @Test
    void tasksAreCountedByTheirServiceElseByTheirFamily() {
        var names = TaskNames.after(List.of());
        assertEquals(
                List.of("web#1", "web#2", "api#1", "web#3", "api#2"),
                List.of(
                        names.next(Samples.task(1, "service:web")),
                        names.next(Samples.task(2, "service:web")),
                        names.next(Samples.task(3, "family:api")),
                        names.next(Samples.task(4, "service:web")),
                        names.next(Samples.task(5, "my group"))));
    }

    @Test
    void countingGoesOnAfterTheHighestNameGiven() {
        var names = TaskNames.after(List.of("web#2", "web#11", "api#1", "web#3", "a#b#4"));
        assertEquals("web#12", names.next(Samples.task(1, "service:web")));
        assertEquals("api#2", names.next(Samples.task(2, "family:api")));
        assertEquals("a#b#5", names.next(Samples.task(3, "service:a#b")));
    }
}
