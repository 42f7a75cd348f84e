package ecslab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.engine.Observation.ContainerAbandoned;
import ecslab.engine.Observation.ContainerStarted;
import ecslab.engine.Observation.ContainerStopped;
import ecslab.engine.Observation.PullFailed;
import ecslab.engine.Observation.Released;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the end of a container means for its task (behaviour reference §2.5, §3.1, §3.4).
class ContainerExitTest {

    private static final Stop.Asked ESSENTIAL =
            new Stop.Asked(
                    StopCode.ESSENTIAL_CONTAINER_EXITED, "Essential container in task exited");

    private final HandMachines machines = new HandMachines();
    private final TaskId task =
            machines.start(
                            HandMachines.container("web", true),
                            HandMachines.container("sidecar", false))
                    .id();

    private List<String> life() {
        return machines.events.stream()
                .filter(event -> event instanceof Event.TaskStateChange)
                .map(event -> ((Event.TaskStateChange) event).task().lastStatus().name())
                .distinct()
                .toList();
    }

    private List<String> containers() {
        return machines.task().containers().stream()
                .map(c -> c.name() + " " + c.lastStatus() + " " + c.exit())
                .toList();
    }

    private void run() {
        machines.hear(new ContainerStarted(task, "web"));
        machines.hear(new ContainerStarted(task, "sidecar"));
        assertEquals(TaskStatus.RUNNING, machines.task().lastStatus());
    }

    @Test
    void taskRunsOnceAllItsContainersHaveStarted() {
        machines.hear(new ContainerStarted(task, "sidecar"));
        assertEquals(List.of("PROVISIONING", "PENDING"), life());
        machines.hear(new ContainerStarted(task, "web"));
        assertEquals(List.of("PROVISIONING", "PENDING", "ACTIVATING", "RUNNING"), life());
    }

    @Test
    void sidecarThatEndsLeavesTheTaskRunning() {
        run();
        machines.hear(stopped(task, "sidecar", 1));
        assertEquals(TaskStatus.RUNNING, machines.task().lastStatus());
        assertEquals(
                List.of("web RUNNING None[]", "sidecar STOPPED Code[exitCode=1]"), containers());
    }

    @Test
    void sidecarThatEndsBeforeTheOthersStartDoesNotHoldTheTaskUp() {
        machines.hear(new ContainerStarted(task, "sidecar"));
        machines.hear(stopped(task, "sidecar", 0));
        machines.hear(new ContainerStarted(task, "web"));
        assertEquals(TaskStatus.RUNNING, machines.task().lastStatus());
    }

    @Test
    void essentialContainerThatEndsStopsTheOthersWhateverItsExitCode() {
        run();
        machines.hear(stopped(task, "web", 0));
        assertEquals(List.of("provision", "launch", "stop"), machines.told);
        assertEquals(ESSENTIAL, machines.task().stop());
        assertEquals(
                List.of("web STOPPED Code[exitCode=0]", "sidecar RUNNING None[]"), containers());

        machines.hear(stopped(task, "sidecar", 143));
        machines.hear(new Released(task));
        assertEquals(List.of("provision", "launch", "stop", "release"), machines.told);
        assertEquals(
                List.of(
                        "PROVISIONING",
                        "PENDING",
                        "ACTIVATING",
                        "RUNNING",
                        "STOPPING",
                        "DEPROVISIONING",
                        "STOPPED"),
                life());
    }

    @Test
    void lastContainerThatEndsLeavesNobodyToBeTold() {
        run();
        machines.hear(stopped(task, "sidecar", 0));
        machines.hear(stopped(task, "web", 1));
        assertEquals(List.of("provision", "launch", "release"), machines.told);
        assertEquals(TaskStatus.DEPROVISIONING, machines.task().lastStatus());
    }

    @Test
    void essentialContainerThatEndsBeforeTheOthersStartEndsTheTask() {
        machines.hear(new ContainerStarted(task, "web"));
        machines.hear(stopped(task, "web", 1));
        machines.hear(new ContainerAbandoned(task, "sidecar"));
        machines.hear(new Released(task));
        assertEquals(
                List.of("PROVISIONING", "PENDING", "STOPPING", "DEPROVISIONING", "STOPPED"),
                life());
        assertEquals(
                List.of("web STOPPED Code[exitCode=1]", "sidecar STOPPED None[]"), containers());
    }

    @Test
    void pullThatFailsGivesUpTheOthersOnce() {
        machines.hear(new PullFailed(task, "web", new PullFailure.NotFound()));
        var before = machines.task().version();
        machines.hear(new ContainerAbandoned(task, "web"));
        assertEquals(before, machines.task().version());
        machines.hear(new ContainerAbandoned(task, "sidecar"));
        assertEquals(TaskStatus.DEPROVISIONING, machines.task().lastStatus());
    }

    /// A machine may tell late what it had begun: a stopped task stays stopped.
    @Test
    void lateNewsDoesNotBringATaskBack() {
        run();
        machines.hear(stopped(task, "web", 0));
        machines.hear(stopped(task, "sidecar", 0));
        machines.hear(new Released(task));
        var stopped = machines.task();
        machines.hear(new ContainerStarted(task, "web"));
        machines.hear(new PullFailed(task, "web", new PullFailure.NotFound()));
        machines.hear(new Released(task));
        machines.hear(stopped(task, "web", 137));
        machines.hear(new ContainerAbandoned(task, "sidecar"));
        assertEquals(stopped, machines.task());
    }

    private static ContainerStopped stopped(TaskId task, String name, int exitCode) {
        return new ContainerStopped(task, name, exitCode, "", Duration.ofSeconds(1));
    }
}
