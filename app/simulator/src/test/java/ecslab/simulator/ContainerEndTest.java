package ecslab.simulator;

import static ecslab.simulator.RevisionDraft.container;
import static ecslab.simulator.RevisionDraft.revision;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabFault.LabKillContainer;
import ecslab.ecs.command.LabFault.LabLeakMemory;
import ecslab.ecs.command.LabFault.LabStopLeak;
import ecslab.ecs.event.Decision;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.simulator.RevisionDraft.ContainerDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How containers end, and what becomes of their task (behaviour reference §2.4, §2.5, §3.4, §3.6).
///
/// The image of one container is there 4.5 s after RunTask; it starts 0.8 s later, at 5.3 s.
class ContainerEndTest {

    private static final String OOM =
            "app 137 OutOfMemoryError: Container killed due to memory usage";
    private static final String ESSENTIAL =
            "EssentialContainerExited: Essential container in task exited";

    private static ContainerDraft app() {
        return container("app").image(Given.of("app:1"));
    }

    private static Scenarios of(ImageBehaviour image, ContainerDraft... containers) {
        return Scenarios.demo()
                .image(image)
                .image(Programs.good("side:1"))
                .setup(revision().family("web").containers(containers).command())
                .setup(Programs.run("web"))
                .until(900);
    }

    @Test
    void endOfAnEssentialContainerStopsTheTaskEvenWithZero() {
        var told = Transcript.of(of(Programs.exits("app:1", 30, 0), app()));
        assertEquals(ESSENTIAL, told.whyStopped("web#1"));
        assertEquals(List.of("app 0"), told.exitsOf("web#1"));
        assertEquals("35.3s STOPPING", told.lifeOf("web#1").get(4));
    }

    @Test
    void endOfAnotherContainerDoesNot() {
        var told =
                Transcript.of(
                        of(
                                Programs.exits("app:1", 30, 1),
                                app().optional(),
                                container("side").image(Given.of("side:1"))));
        assertEquals("not asked", told.whyStopped("web#1"));
        assertEquals(List.of("app 1", "side -"), told.exitsOf("web#1"));
    }

    @Test
    void programThatIgnoresSigtermIsKilledAfterItsStopTimeout() {
        var told =
                Transcript.of(
                        of(Programs.ignoresSigterm("app:1"), app().stopTimeout(40))
                                .at(60, Scenarios.stop("web#1")));
        assertEquals(List.of("app 137"), told.exitsOf("web#1"));
        assertEquals("1m40s DEPROVISIONING", told.lifeOf("web#1").get(5));
        assertEquals("UserInitiated: just to see", told.whyStopped("web#1"));
    }

    @Test
    void stopTimeoutIsThirtySecondsIfNothingIsSaid() {
        var told =
                Transcript.of(
                        of(Programs.ignoresSigterm("app:1"), app())
                                .at(60, Scenarios.stop("web#1")));
        assertEquals("1m30s DEPROVISIONING", told.lifeOf("web#1").get(5));
    }

    /// §2.5: what the container says counts, then what its instance's agent is set to.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|''|1m30s",
                ", \"stopTimeout\": 40|''|1m40s",
                "''|, \"containerStopTimeout\": \"5s\"|1m5s",
                ", \"stopTimeout\": 40|, \"containerStopTimeout\": \"5s\"|1m40s"
            })
    void agentSaysHowLongAContainerHasToStop(String ofContainer, String ofAgent, String stopped) {
        var told =
                Written.demo()
                        .image(
                                "stubborn:1",
                                "{\"sizeMib\": 10, \"onSigterm\": {\"ignores\": true}}")
                        .setup(
                                "lab:StartInstances",
                                "{\"name\": \"pool\", \"cluster\": \"demo\", \"instanceType\":"
                                        + " \"t3.small\""
                                        + ofAgent
                                        + "}")
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"web\", \"containerDefinitions\": [{\"name\":"
                                        + " \"web\", \"image\": \"stubborn:1\", \"memory\": 128"
                                        + ofContainer
                                        + "}]}")
                        .run("5s", "web", 1, "")
                        .stop("60s", "web#1")
                        .until("120s")
                        .told();
        assertEquals(stopped + " STOPPED", told.lifeOf("web#1").getLast());
    }

    /// From 100 MiB by 60 MiB a minute to 256 MiB takes 156 s.
    @Test
    void containerIsKilledAtItsHardLimit() {
        var told =
                Transcript.of(
                        of(Programs.grows("app:1", 100, 60), app().memory(256).reservation(64)));
        assertEquals(List.of(OOM), told.exitsOf("web#1"));
        assertEquals(ESSENTIAL, told.whyStopped("web#1"));
        assertEquals("2m41.3s STOPPING", told.lifeOf("web#1").get(4));
        assertEquals(
                List.of("2m41.3s memory.own {container=app} 256 MiB ≥ 256 MiB"),
                told.decisions(Decision.Kind.MEMORY));
    }

    @Test
    void softLimitKillsNobody() {
        var told = Transcript.of(of(Programs.grows("app:1", 100, 0), app().reservation(64)));
        assertEquals("not asked", told.whyStopped("web#1"));
    }

    /// The task has 512 MiB: 412 MiB at 60 MiB a minute are 412 s.
    @Test
    void withoutALimitOfItsOwnTheTaskIsTheLimit() {
        var told = Transcript.of(of(Programs.grows("app:1", 100, 60), app()));
        assertEquals("6m57.3s STOPPING", told.lifeOf("web#1").get(4));
        assertEquals(List.of(OOM), told.exitsOf("web#1"));
    }

    /// From 5.3 s to 60 s nothing grows; then 30 MiB a minute for 60 s, which is then all.
    @Test
    void leakThatIsMendedKillsNobody() {
        var told =
                Transcript.of(
                        of(Programs.grows("app:1", 100, 0), app().memory(140))
                                .at(60, new LabLeakMemory("task/web#1", 30))
                                .at(120, new LabStopLeak("task/web#1")));
        assertEquals("not asked", told.whyStopped("web#1"));
        var leaky =
                Transcript.of(
                        of(Programs.grows("app:1", 100, 0), app().memory(140))
                                .at(60, new LabLeakMemory("task/web#1", 30)));
        assertEquals("2m20s STOPPING", leaky.lifeOf("web#1").get(4));
    }

    /// It runs for 90 s each time, and 60 s would be enough.
    @Test
    void restartPolicyStartsItAgainInPlace() {
        var told = Transcript.of(of(Programs.exits("app:1", 90, 1), app().restart(60)).until(300));
        assertEquals("not asked", told.whyStopped("web#1"));
        assertEquals(
                List.of("1m35.3s app 1 1", "3m5.3s app 1 2", "4m35.3s app 1 3"), told.restarts());
        assertEquals(
                "1m35.3s restart.yes {container=app} 90.0 s ≥ restartAttemptPeriod 60 s",
                told.decisions(Decision.Kind.RESTART).getFirst());
    }

    @Test
    void whatEndsTooSoonIsNotStartedAgain() {
        var told = Transcript.of(of(Programs.exits("app:1", 59, 1), app().restart(60)));
        assertEquals(List.of(), told.restarts());
        assertEquals(ESSENTIAL, told.whyStopped("web#1"));
        assertEquals(
                List.of(
                        "1m4.3s restart.tooSoon {code=1, container=app} 59.0 s <"
                                + " restartAttemptPeriod 60 s"),
                told.decisions(Decision.Kind.RESTART));
    }

    @Test
    void whatEndsAfterExactlyThePeriodIs() {
        var told = Transcript.of(of(Programs.exits("app:1", 60, 1), app().restart(60)).until(70));
        assertEquals(List.of("1m5.3s app 1 1"), told.restarts());
    }

    @Test
    void ignoredExitCodesAreNotStartedAgain() {
        var told = Transcript.of(of(Programs.exits("app:1", 90, 3), app().restart(60, 0, 3)));
        assertEquals(List.of(), told.restarts());
        assertEquals(List.of("app 3"), told.exitsOf("web#1"));
    }

    @Test
    void killedContainerEndsWithTheCodeThatWasAskedFor() {
        var told =
                Transcript.of(
                        of(Programs.good("app:1"), app())
                                .at(60, new LabKillContainer("task/web#1", "app", 139)));
        assertEquals(List.of("app 139"), told.exitsOf("web#1"));
        assertEquals(ESSENTIAL, told.whyStopped("web#1"));
        assertEquals("1m0s STOPPING", told.lifeOf("web#1").get(4));
    }

    @Test
    void containerThatCannotStartSaysWhy() {
        var error = "exec: \"serve\": executable file not found in $PATH: unknown";
        var told = Transcript.of(of(Programs.cannotStart("app:1", error), app()));
        assertEquals(
                "TaskFailedToStart: CannotStartContainerError: Error response from daemon: "
                        + error,
                told.whyStopped("web#1"));
        assertEquals(
                List.of(
                        "0s PROVISIONING",
                        "3s PENDING",
                        "5.3s STOPPING",
                        "5.3s DEPROVISIONING",
                        "7.3s STOPPED"),
                told.lifeOf("web#1"));
    }
}
