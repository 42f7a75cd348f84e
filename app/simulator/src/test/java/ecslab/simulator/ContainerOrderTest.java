package ecslab.simulator;

import static ecslab.simulator.RevisionDraft.container;
import static ecslab.simulator.RevisionDraft.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Given;
import ecslab.simulator.RevisionDraft.ContainerDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In which order containers start and stop (behaviour reference §2.5, §3.5).
///
/// Two images are there 6 s after RunTask, three after 7.5 s; a container starts 0.8 s after it
/// may.
class ContainerOrderTest {

    private static final String NO_RESOLVE =
            "CannotStartContainerError: dependency graph: failed to resolve container ordering"
                    + " dependency [init] for target [app]";

    private static ContainerDraft app() {
        return container("app").image(Given.of("app:1"));
    }

    private static ContainerDraft init() {
        return container("init").image(Given.of("init:1")).optional();
    }

    private static Scenarios of(ContainerDraft... containers) {
        return Scenarios.demo()
                .image(Programs.good("app:1"))
                .image(Programs.good("proxy:1"))
                .setup(revision().family("web").containers(containers).command())
                .setup(Programs.run("web"))
                .until(120);
    }

    private static List<String> started(Transcript told) {
        return told.containersOf("web#1").stream().filter(l -> l.endsWith("RUNNING")).toList();
    }

    @Test
    void startWaitsForTheStartAlone() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init START"), init()).image(Programs.good("init:1")));
        assertEquals(List.of("6.8s init RUNNING", "7.6s app RUNNING"), started(told));
        assertEquals("7.6s ACTIVATING", told.lifeOf("web#1").get(2));
    }

    @Test
    void completeWaitsForTheEndWithAnyExitCode() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init COMPLETE"), init())
                                .image(Programs.exits("init:1", 5, 3)));
        assertEquals(List.of("6.8s init RUNNING", "12.6s app RUNNING"), started(told));
        assertEquals(List.of("app -", "init 3"), told.exitsOf("web#1"));
    }

    @Test
    void successWaitsForExitCodeZero() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init SUCCESS"), init())
                                .image(Programs.exits("init:1", 5, 0)));
        assertEquals(List.of("6.8s init RUNNING", "12.6s app RUNNING"), started(told));
    }

    @Test
    void anotherExitCodeThanZeroIsNoSuccess() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init SUCCESS"), init())
                                .image(Programs.exits("init:1", 5, 3)));
        var why = NO_RESOLVE + " as dependency did not exit successfully.";
        assertEquals("TaskFailedToStart: " + why, told.whyStopped("web#1"));
        assertEquals(List.of("app - " + why, "init 3"), told.exitsOf("web#1"));
        assertEquals("11.8s STOPPING", told.lifeOf("web#1").get(2));
    }

    @Test
    void healthyWaitsForTheFirstPass() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init HEALTHY"), init().health(5, 2, 3, 0))
                                .image(Programs.feels("init:1", 7, 1_000, 0)));
        assertEquals(List.of("6.8s init RUNNING", "17.6s app RUNNING"), started(told));
    }

    @Test
    void whoeverDependsOnOneThatCannotStartNeverStarts() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init START"), init())
                                .image(Programs.cannotStart("init:1", "no such file")));
        assertEquals(
                List.of(
                        "app - " + NO_RESOLVE + " because dependency will never start",
                        "init - CannotStartContainerError: Error response from daemon: no such"
                                + " file"),
                told.exitsOf("web#1"));
    }

    @Test
    void startTimeoutEndsTheWaitAndTheTask() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init COMPLETE"), init().startTimeout(20))
                                .image(Programs.exits("init:1", 60, 0)));
        assertEquals(
                "TaskFailedToStart: CannotStartContainerError: dependency graph: container ordering"
                        + " dependency [init] for target [app] has timed out.",
                told.whyStopped("web#1"));
        assertEquals("26.8s STOPPING", told.lifeOf("web#1").get(2));
        assertEquals("init 0", told.exitsOf("web#1").get(1));
    }

    @Test
    void whatIsDoneWithinItsStartTimeoutIsInTime() {
        var told =
                Transcript.of(
                        of(app().dependsOn("init COMPLETE"), init().startTimeout(20))
                                .image(Programs.exits("init:1", 19, 0)));
        assertEquals("26.6s app RUNNING", started(told).get(1));
    }

    /// Each of the three drains for a second of its own, one after the other.
    @Test
    void stoppingGoesTheOtherWay() {
        var told =
                Transcript.of(
                        of(
                                        app().dependsOn("proxy START"),
                                        container("proxy")
                                                .image(Given.of("proxy:1"))
                                                .dependsOn("init START"),
                                        init())
                                .image(Programs.good("init:1"))
                                .at(60, Scenarios.stop("web#1")));
        assertEquals(
                List.of("1m1s app STOPPED", "1m2s proxy STOPPED", "1m3s init STOPPED"),
                told.containersOf("web#1").subList(3, 6));
        assertEquals("1m3s DEPROVISIONING", told.lifeOf("web#1").get(5));
    }
}
