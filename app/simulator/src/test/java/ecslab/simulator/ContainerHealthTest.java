package ecslab.simulator;

import static ecslab.simulator.RevisionDraft.container;
import static ecslab.simulator.RevisionDraft.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabFault.LabBreakHealth;
import ecslab.ecs.command.LabFault.LabKillContainer;
import ecslab.ecs.command.LabFault.LabMendHealth;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.simulator.RevisionDraft.ContainerDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Container health checks, and who acts on them (behaviour reference §2.5, §3.1, §6.1).
///
/// The container of a standalone task starts at 5.3 s.
class ContainerHealthTest {

    private static ContainerDraft app() {
        return container("app").image(Given.of("app:1"));
    }

    private static Scenarios world(ImageBehaviour image, ContainerDraft... containers) {
        return Scenarios.demo()
                .image(image)
                .image(Programs.good("side:1"))
                .setup(revision().family("web").containers(containers).command());
    }

    private static Scenarios alone(ImageBehaviour image, ContainerDraft... containers) {
        return world(image, containers).setup(Programs.run("web")).until(600);
    }

    /// The time to UNHEALTHY is startPeriod + retries × interval, and a timeout for each check that
    /// hangs.
    @ParameterizedTest
    @CsvSource({
        "30, 5, 3, 0, 0, 1m35.3s",
        "10, 5, 3, 0, 0, 35.3s",
        "30, 5, 3, 60, 0, 2m35.3s",
        "10, 5, 2, 30, 0, 55.3s",
        "10, 5, 3, 0, 9, 50.3s"
    })
    void unhealthyComesAfterSoManyFailures(
            int interval, int timeout, int retries, int startPeriod, int takes, String at) {
        var told =
                Transcript.of(
                        alone(
                                Programs.feels("app:1", 10_000, 20_000, takes),
                                app().health(interval, timeout, retries, startPeriod)));
        assertEquals(List.of(at + " UNHEALTHY"), told.healthOf("web#1"));
    }

    @Test
    void firstPassWithinTheStartPeriodIsEnough() {
        var told =
                Transcript.of(
                        alone(Programs.feels("app:1", 15, 10_000, 0), app().health(10, 5, 3, 60)));
        assertEquals(List.of("25.3s HEALTHY"), told.healthOf("web#1"));
    }

    @Test
    void runningDoesNotWaitForHealth() {
        var told =
                Transcript.of(
                        alone(Programs.feels("app:1", 100, 10_000, 0), app().health(30, 5, 10, 0)));
        assertEquals("6.3s RUNNING", told.lifeOf("web#1").get(3));
        assertEquals(List.of("2m5.3s HEALTHY"), told.healthOf("web#1"));
    }

    @Test
    void standaloneTaskGoesOnWhenUnhealthy() {
        var told =
                Transcript.of(alone(Programs.feels("app:1", 5, 60, 0), app().health(10, 5, 3, 0)));
        assertEquals(List.of("15.3s HEALTHY", "1m25.3s UNHEALTHY"), told.healthOf("web#1"));
        assertEquals("not asked", told.whyStopped("web#1"));
    }

    @Test
    void containersThatAreNotEssentialDoNotCount() {
        var told =
                Transcript.of(
                        alone(
                                Programs.feels("app:1", 10_000, 20_000, 0),
                                app().optional().health(10, 5, 3, 0),
                                container("side").image(Given.of("side:1"))));
        assertEquals(List.of(), told.healthOf("web#1"));
        assertEquals(
                HealthStatus.UNHEALTHY, told.task("web#1").containers().getFirst().healthStatus());
    }

    @Test
    void withoutAHealthCheckTheTaskStaysUnknown() {
        var told = Transcript.of(alone(Programs.good("app:1"), app()));
        assertEquals(HealthStatus.UNKNOWN, told.task("web#1").healthStatus());
    }

    /// Healthy at 15.3 s; the checks at 65.3, 75.3 and 85.3 s fail. Its replacement has to be there
    /// first.
    @Test
    void serviceReplacesAnUnhealthyTask() {
        var service = ServiceDraft.of(1).unbalanced().command();
        var told =
                Transcript.of(
                        world(Programs.feels("app:1", 5, 60, 0), app().health(10, 5, 3, 0))
                                .setup(service)
                                .until(130));
        assertEquals(
                "ServiceSchedulerInitiated: Task failed container health checks",
                told.whyStopped("web#1"));
        assertEquals(List.of("16.3s HEALTHY", "1m26.3s UNHEALTHY"), told.healthOf("web#1"));
        assertEquals("1m27.3s PROVISIONING", told.lifeOf("web#2").getFirst());
    }

    /// Not 40 seconds after RUNNING, but when the check passes.
    @Test
    void serviceIsSteadyWhenItsTasksAreHealthy() {
        var told =
                Transcript.of(
                        world(Programs.good("app:1"), app().health(10, 5, 3, 0))
                                .setup(ServiceDraft.of(1).unbalanced().command())
                                .until(60));
        assertEquals(
                List.of("16.3s (service web) has reached a steady state."), told.said("steady"));
    }

    @Test
    void gracePeriodHoldsContainerHealthChecksBackAsWell() {
        var service = ServiceDraft.of(1).unbalanced().graceSeconds(100).command();
        var told =
                Transcript.of(
                        world(Programs.feels("app:1", 10_000, 20_000, 0), app().health(10, 5, 3, 0))
                                .setup(service)
                                .until(200));
        assertEquals("36.3s UNHEALTHY", told.healthOf("web#1").getFirst());
        assertEquals("1m48.3s PROVISIONING", told.lifeOf("web#2").getFirst());
    }

    /// web#1 is UNHEALTHY in its grace period and then HEALTHY. When the period ends, web#3 and
    /// web#4 have failed and web#5 isn't healthy yet: nobody has become healthy since.
    @Test
    void endOfTheGracePeriodForgetsNoFailedTask() {
        var service = ServiceDraft.of(2).unbalanced().graceSeconds(100).command();
        var run =
                world(Programs.feels("app:1", 40, 10_000, 0), app().health(10, 5, 3, 0))
                        .setup(service)
                        .at(12, new LabKillContainer("task/web#2", "app", 1))
                        .at(50, new LabKillContainer("task/web#3", "app", 1))
                        .at(90, new LabKillContainer("task/web#4", "app", 1))
                        .until(120)
                        .start();
        run.advanceTo(run.header().until());
        assertEquals(
                List.of("36.3s UNHEALTHY", "46.3s HEALTHY"), Transcript.of(run).healthOf("web#1"));
        var now = run.snapshot().services().values().iterator().next();
        assertEquals(2, now.deployments().getFirst().failedTasks());
    }

    /// The side of web#1, which isn't essential, passes at 47.8 s: web#1 has long been HEALTHY.
    @Test
    void containerThatIsNotEssentialForgetsNoFailedTask() {
        var service = ServiceDraft.of(2).unbalanced().command();
        var run =
                world(
                                Programs.good("app:1"),
                                app().health(10, 5, 3, 0),
                                container("side")
                                        .image(Given.of("late:1"))
                                        .optional()
                                        .health(10, 5, 3, 0))
                        .image(Programs.feels("late:1", 35, 10_000, 0))
                        .setup(service)
                        .at(12, new LabKillContainer("task/web#2", "app", 1))
                        .at(25, new LabKillContainer("task/web#3", "app", 1))
                        .at(38, new LabKillContainer("task/web#4", "app", 1))
                        .until(52)
                        .start();
        run.advanceTo(run.header().until());
        assertEquals(List.of("17.8s HEALTHY"), Transcript.of(run).healthOf("web#1"));
        var now = run.snapshot().services().values().iterator().next();
        assertEquals(2, now.deployments().getFirst().failedTasks());
    }

    @Test
    void brokenHealthIsMendedAgain() {
        var told =
                Transcript.of(
                        alone(Programs.good("app:1"), app().health(10, 5, 3, 0))
                                .at(60, new LabBreakHealth("image/app:1"))
                                .at(100, new LabMendHealth("image/app:1"))
                                .until(130));
        assertEquals(
                List.of("15.3s HEALTHY", "1m25.3s UNHEALTHY", "1m45.3s HEALTHY"),
                told.healthOf("web#1"));
    }
}
