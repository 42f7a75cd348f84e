package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is measured is what it says: every task is placed by a decision and comes to its end.
class ManyTasksTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void allTasksAreDecidedAboutAndStop(int tasks) {
        var played = ManyTasks.play(tasks);
        assertEquals(tasks / 10, played.instances());
        assertEquals(tasks, played.stopped());
        assertEquals(3L * tasks, played.decisions());
        assertEquals(18, played.events() / tasks - (tasks == 10 ? 1 : 0));
    }
}
