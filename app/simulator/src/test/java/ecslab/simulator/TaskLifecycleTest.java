package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The states of a task and their timestamps (behaviour reference §3.1 to §3.3).
class TaskLifecycleTest {

    private static Scenarios alone() {
        return Scenarios.demo()
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .setup(Scenarios.runTask(1))
                .until(60);
    }

    @Test
    void taskBehindALoadBalancerGoesThroughEveryState() {
        var told = Transcript.of(Scenarios.service(1).at(60, Scenarios.stop("web#1")));
        assertEquals(
                List.of(
                        "1s PROVISIONING",
                        "4s PENDING",
                        "6.3s ACTIVATING",
                        "7.3s RUNNING",
                        "1m0s DEACTIVATING",
                        "1m1s STOPPING",
                        "1m2s DEPROVISIONING",
                        "1m4s STOPPED"),
                told.lifeOf("web#1"));
        assertEquals(List.of("web 0"), told.exitsOf("web#1"));
    }

    @Test
    void taskWithoutATargetIsNeverDeactivating() {
        var told = Transcript.of(alone().at(30, Scenarios.stop("web#1")));
        assertEquals(
                List.of(
                        "0s PROVISIONING",
                        "3s PENDING",
                        "5.3s ACTIVATING",
                        "6.3s RUNNING",
                        "30s STOPPING",
                        "31s DEPROVISIONING",
                        "33s STOPPED"),
                told.lifeOf("web#1"));
    }

    @Test
    void timestampsAreThoseOfTheStates() {
        var told = Transcript.of(Scenarios.service(1).at(60, Scenarios.stop("web#1")));
        var times = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        times.put(TaskMoment.CREATED_AT, SimInstant.ofSeconds(4));
        times.put(TaskMoment.CONNECTIVITY_AT, SimInstant.ofSeconds(4));
        times.put(TaskMoment.PULL_STARTED_AT, SimInstant.ofSeconds(4));
        times.put(TaskMoment.PULL_STOPPED_AT, SimInstant.of(Duration.ofMillis(5_500)));
        times.put(TaskMoment.STARTED_AT, SimInstant.of(Duration.ofMillis(7_300)));
        times.put(TaskMoment.STOPPING_AT, SimInstant.ofSeconds(60));
        times.put(TaskMoment.EXECUTION_STOPPED_AT, SimInstant.ofSeconds(62));
        times.put(TaskMoment.STOPPED_AT, SimInstant.ofSeconds(64));
        assertEquals((Map<TaskMoment, SimInstant>) times, told.task("web#1").times());
    }

    @Test
    void serviceTaskNamesItsServiceAndItsDeployment() {
        var run = Scenarios.service(1).start();
        run.advanceTo(SimInstant.ofSeconds(10));
        var task = Transcript.of(run).task("web#1");
        var service = run.snapshot().services().values().iterator().next();
        assertEquals("service:web", task.group());
        assertEquals(service.deployments().getFirst().id(), task.startedBy());
    }

    @Test
    void standaloneTaskBelongsToItsFamily() {
        assertEquals("family:web", Transcript.of(alone()).task("web#1").group());
    }

    /// A task told to stop goes on down from where it is, and never runs after that. What never
    /// started has no exit code.
    @ParameterizedTest
    @CsvSource({
        "0, 0s PROVISIONING|0s DEPROVISIONING|2s STOPPED, web -",
        "2999, 0s PROVISIONING|2.999s DEPROVISIONING|4.999s STOPPED, web -",
        "3000, 0s PROVISIONING|3s PENDING|3s STOPPING|3s DEPROVISIONING|5s STOPPED, web -",
        "4000, 0s PROVISIONING|3s PENDING|4s STOPPING|4s DEPROVISIONING|6s STOPPED, web -",
        "5000, 0s PROVISIONING|3s PENDING|5s STOPPING|5s DEPROVISIONING|7s STOPPED, web -",
        "5300, 0s PROVISIONING|3s PENDING|5.3s ACTIVATING|5.3s STOPPING|5.3s DEPROVISIONING"
                + "|7.3s STOPPED, web 0",
        "6300, 0s PROVISIONING|3s PENDING|5.3s ACTIVATING|6.3s RUNNING|6.3s STOPPING"
                + "|7.3s DEPROVISIONING|9.3s STOPPED, web 0"
    })
    void taskStopsFromWhereverItIs(long millis, String life, String exit) {
        var run = alone().start();
        run.advanceTo(SimInstant.of(Duration.ofMillis(millis)));
        run.submit(Scenarios.stop("web#1"));
        run.advanceTo(SimInstant.ofSeconds(60));
        var told = Transcript.of(run);
        assertEquals(List.of(life.split("\\|")), told.lifeOf("web#1"));
        assertEquals(List.of(exit), told.exitsOf("web#1"));
    }

    @Test
    void stoppingTwiceIsStoppingOnce() {
        var once = Transcript.of(alone().at(30, Scenarios.stop("web#1")));
        var twice =
                Transcript.of(
                        alone().at(30, Scenarios.stop("web#1"))
                                .at(30, Scenarios.stop("web#1"))
                                .at(31, Scenarios.stop("web#1"))
                                .at(50, Scenarios.stop("web#1")));
        assertEquals(once.task("web#1"), twice.task("web#1"));
        assertEquals(List.of("30s stop.now {}"), twice.decisions(Decision.Kind.STOP));
    }

    @Test
    void programThatDrainsLongerThanItsStopTimeoutIsKilled() {
        var slow = Scenarios.image("slow:1");
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Scenarios.image(slow, 40, Duration.ofSeconds(50)))
                                .setup(Scenarios.register("web", slow))
                                .setup(Scenarios.runTask(1))
                                .until(120)
                                .at(30, Scenarios.stop("web#1")));
        assertEquals(List.of("web 137"), told.exitsOf("web#1"));
        assertEquals(
                List.of("30s STOPPING", "1m0s DEPROVISIONING", "1m2s STOPPED"),
                told.lifeOf("web#1").subList(4, 7));
    }

    @Test
    void taskStartsWhenTheLastOfItsImagesIsThere() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Scenarios.image("sidecar:1", 200, Duration.ZERO))
                                .setup(Scenarios.pair("web", Scenarios.IMAGE, "sidecar:1"))
                                .setup(Scenarios.runTask(1))
                                .until(60));
        assertEquals(
                List.of("0s PROVISIONING", "3s PENDING", "10.8s ACTIVATING", "11.8s RUNNING"),
                told.lifeOf("web#1"));
        assertEquals(
                SimInstant.ofSeconds(10),
                told.task("web#1").times().get(TaskMoment.PULL_STOPPED_AT));
    }
}
