package ecslab.stage.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.stage.Ec2Story;
import ecslab.stage.Story;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusGlossTest {

    private static Task stopping(ContainerStatus container) {
        var task = Story.empty("a").running(1, 0, 0).stateAt(0).tasks().get(Story.id(1));
        return task.withLastStatus(TaskStatus.STOPPING)
                .withContainers(List.of(task.containers().getFirst().withLastStatus(container)));
    }

    @Test
    void onlyWhoRunsIsSaidToHearASignal() {
        var heard = "gloss.status.STOPPING";
        var nobody = "gloss.stoppingNobody";
        assertEquals(heard, StatusGloss.keyFor(stopping(ContainerStatus.RUNNING)));
        assertEquals(nobody, StatusGloss.keyFor(stopping(ContainerStatus.PENDING)));
        assertEquals(nobody, StatusGloss.keyFor(stopping(ContainerStatus.STOPPED)));
    }

    /// §1.4: who is deregistered by force leaves containers behind that run on.
    @Test
    void orphansAreSaidToRunOn() {
        var orphan = stopping(ContainerStatus.STOPPED).withStop(Stop.ORPHANED);
        assertEquals("gloss.stoppingOrphaned", StatusGloss.keyFor(orphan));
        assertEquals(Optional.of(StopGloss.ORPHANED), StopGloss.of(orphan.stop()));
        var terminated = new Stop.Asked(StopCode.TERMINATION_NOTICE, "Host EC2 terminated.");
        assertEquals(Optional.of(StopGloss.HOST_GONE), StopGloss.of(terminated));
    }

    @Test
    void taskWithoutAnInstanceIsSaidToWaitForOne() {
        var tasks = Ec2Story.of(1).stateAt(3_000).tasks();
        assertEquals("gloss.status.RUNNING", StatusGloss.keyFor(tasks.get(Story.id(1))));
        assertEquals("gloss.waitsForCapacity", StatusGloss.keyFor(tasks.get(Story.id(2))));
    }
}
