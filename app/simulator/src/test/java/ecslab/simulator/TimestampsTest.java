package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// §3.2 The moments of a task's life, its version, who started it, and its group.
class TimestampsTest {

    private static List<String> times(Task task) {
        var lines = new ArrayList<String>();
        for (var moment : TaskMoment.values()) {
            task.time(moment).ifPresent(at -> lines.add(moment.field() + " " + at));
        }
        return lines;
    }

    @Test
    void fargateTaskThatSomebodyStops() {
        var told =
                Written.demo()
                        .onFargate("web", "web:1", "", "")
                        .fargate("10s", "web", "a", "ENABLED")
                        .stop("30s", "web#1")
                        .until("60s")
                        .told();
        assertEquals(
                List.of(
                        "createdAt 13s",
                        "connectivityAt 13s",
                        "pullStartedAt 13s",
                        "pullStoppedAt 14.5s",
                        "startedAt 16.3s",
                        "stoppingAt 30s",
                        "executionStoppedAt 30s",
                        "stoppedAt 32s"),
                times(told.task("web#1")).stream().sorted(byListing()).toList());
        assertEquals("family:web", told.task("web#1").group());
        assertEquals("", told.task("web#1").startedBy());
    }

    private static java.util.Comparator<String> byListing() {
        var order =
                List.of(
                        "createdAt",
                        "connectivityAt",
                        "pullStartedAt",
                        "pullStoppedAt",
                        "startedAt",
                        "stoppingAt",
                        "executionStoppedAt",
                        "stoppedAt");
        return java.util.Comparator.comparing(line -> order.indexOf(line.split(" ")[0]));
    }

    /// No network interface of its own, so no `connectivityAt`; made in PENDING, so at once.
    @Test
    void taskInBridgeModeIsCreatedAtOnce() {
        var told =
                Written.demo()
                        .instances("pool", "m5.large", 1)
                        .family("web", "bridge", 64, 64, "none")
                        .run("10s", "web", 1, ", \"startedBy\": \"me\", \"group\": \"mine\"")
                        .until("30s")
                        .told();
        assertEquals(
                List.of(
                        "createdAt 10s",
                        "pullStartedAt 10s",
                        "pullStoppedAt 11.5s",
                        "startedAt 13.3s"),
                times(told.task("web#1")));
        assertEquals("me", told.task("web#1").startedBy());
        assertEquals("mine", told.task("web#1").group());
    }

    /// A task whose image can't be pulled was never started, and nothing was executed.
    @Test
    void taskThatNeverStartedHasNoStartedAt() {
        var told =
                Written.demo()
                        .onFargate("web", "nowhere:1", "", "")
                        .fargate("10s", "web", "a", "ENABLED")
                        .until("60s")
                        .told();
        assertEquals(
                true,
                told.task("web#1").time(TaskMoment.STARTED_AT).isEmpty()
                        && told.task("web#1").time(TaskMoment.PULL_STOPPED_AT).isEmpty());
    }

    @Test
    void tasksOfAServiceAreStartedByItsDeployment() {
        var run =
                Written.demo()
                        .instances("pool", "m5.large", 1)
                        .family("web", "bridge", 64, 64, "none")
                        .service("1s", "web", 1, ", \"launchType\": \"EC2\"")
                        .until("30s")
                        .run();
        var task = run.snapshot().tasks().values().iterator().next();
        var service = run.snapshot().services().values().iterator().next();
        assertEquals("service:web", task.group());
        assertEquals(service.deployments().getFirst().id(), task.startedBy());
        assertEquals(true, task.startedBy().matches("ecs-svc/[0-9]{19}"));
    }

    @Test
    void versionGrowsByOneWithEachReport() {
        var run =
                Written.demo()
                        .onFargate("web", "web:1", "", "")
                        .fargate("10s", "web", "a", "ENABLED")
                        .until("60s")
                        .run();
        var version = 0L;
        for (var event : run.events()) {
            if (event instanceof TaskStateChange(SimInstant _, var task)) {
                assertEquals(++version, task.version());
            }
        }
        assertEquals(true, version > 4);
    }
}
