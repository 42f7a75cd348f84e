package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ContainerInstanceChange;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskOrigin;
import ecslab.ecs.model.TaskStatus;
import ecslab.simulator.check.Checker;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The checker finds what an instance gives away twice: each test falsifies a run that is right.
class HostRulesTest {

    private final List<Event> right =
            List.copyOf(
                    Written.demo(1, "\"subnets\": \"both\", \"natGateways\": [\"a\"]")
                            .instances("pool", "t3.small", 1)
                            .family("web", "bridge", 700, 300, ", \"hostPort\": 0")
                            .run("1s", "web", 2, ", \"launchType\": \"EC2\"")
                            .at(
                                    "20s",
                                    "ecs:StopTask",
                                    "{\"cluster\": \"demo\", \"task\": \"${task/web#1}\"}")
                            .until("40s")
                            .run()
                            .events());

    private String told(UnaryOperator<Event> change) {
        return String.join("\n", Checker.check(right.stream().map(change).toList()));
    }

    private static void assertSays(String words, String said) {
        assertTrue(said.contains(words), () -> "should say \"" + words + "\", but said: " + said);
    }

    @Test
    void rightRunBreaksNoRule() {
        assertEquals(List.of(), Checker.check(right));
    }

    @Test
    void cpuThatIsGivenAwayTwice() {
        assertSays(
                "has given away 752 CPU units too many",
                told(event ->
                        event instanceof TaskStateChange(var at, var task)
                                ? new TaskStateChange(at, reserving(task, 1_400, 300))
                                : event));
    }

    @Test
    void memoryThatIsGivenAwayTwice() {
        assertSays(
                "has given away 14 MiB too many",
                told(event ->
                        event instanceof TaskStateChange(var at, var task)
                                ? new TaskStateChange(at, reserving(task, 700, 1_000))
                                : event));
    }

    private static Task reserving(Task task, int cpuUnits, int memoryMib) {
        var origin = task.origin();
        var other =
                new TaskOrigin(
                        origin.cluster(),
                        origin.taskDefinition(),
                        origin.group(),
                        origin.startedBy(),
                        cpuUnits,
                        memoryMib,
                        origin.overrides());
        return new Task(
                task.id(),
                other,
                task.place(),
                task.condition(),
                task.containers(),
                task.networkInterfaces(),
                task.times(),
                task.stop(),
                task.version());
    }

    @Test
    void portThatIsGivenAwayTwice() {
        assertSays(
                "has given port 32768 away twice",
                told(event ->
                        event instanceof TaskStateChange(var at, var task)
                                ? new TaskStateChange(at, onFirstPort(task))
                                : event));
    }

    private static Task onFirstPort(Task task) {
        return task.withContainers(
                task.containers().stream()
                        .map(container ->
                                container.withNetworkBindings(
                                        container.networkBindings().stream()
                                                .map(b ->
                                                        new NetworkBinding(
                                                                b.bindIp(),
                                                                b.containerPort(),
                                                                32_768,
                                                                b.protocol()))
                                                .toList()))
                        .toList());
    }

    @Test
    void remainingThatIsWrong() {
        assertSays(
                "shows CPU 1",
                told(event ->
                        event instanceof ContainerInstanceChange(var at, var one)
                                ? new ContainerInstanceChange(
                                        at,
                                        one.withTasks(
                                                new HostResources(
                                                        1,
                                                        one.remaining().memoryMib(),
                                                        one.remaining().ports(),
                                                        List.of(),
                                                        one.remaining().enis()),
                                                one.runningTasksCount(),
                                                one.pendingTasksCount()))
                                : event));
    }

    @Test
    void placementOnADrainingInstance() {
        assertSays(
                "takes a task although it is DRAINING",
                told(event ->
                        event instanceof ContainerInstanceChange(var at, var one)
                                ? new ContainerInstanceChange(
                                        at, one.withStatus(ContainerInstanceStatus.DRAINING))
                                : event));
    }

    @Test
    void deprovisioningWithoutAnInterface() {
        assertSays(
                "came from STOPPING",
                told(event ->
                        event instanceof TaskStateChange(var at, var task) && task.isStopped()
                                ? new TaskStateChange(
                                        at, task.withLastStatus(TaskStatus.DEPROVISIONING))
                                : event));
    }
}
