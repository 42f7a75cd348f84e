package ecslab.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.simulator.CountedRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is measured is what it says: a service is steady with all its tasks, then with none.
class ManyReplicasTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void serviceIsSteadyTwiceAndAllItsTasksStop(int tasks) {
        var onInstances = CountedRun.play(ManyReplicas.onInstances(tasks));
        var onFargate = CountedRun.play(ManyReplicas.onFargate(tasks));
        assertEquals(tasks, onInstances.stopped());
        assertEquals(2, onInstances.steady());
        assertEquals(tasks, onFargate.stopped());
        assertEquals(2, onFargate.steady());
    }
}
