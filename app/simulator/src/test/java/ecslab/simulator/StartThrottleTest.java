package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.RoleCommand.AttachRolePolicy;
import ecslab.ecs.command.RoleCommand.DetachRolePolicy;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A service whose tasks stop without ever having been RUNNING is slowed down, up to 27 minutes
/// (behaviour reference §3.7). How the wait grows isn't published; we double it.
class StartThrottleTest {

    private static final String IMPAIRED =
            "(service web) is unable to consistently start tasks successfully. For more"
                    + " information, see the Troubleshooting section.";

    /// `web:1` can't be pulled, `web:2` can.
    private static Scenarios failing(int desired) {
        return Scenarios.demo()
                .setup(Scenarios.register("web", "nowhere:1"))
                .setup(Scenarios.register("web", Scenarios.IMAGE))
                .setup(ServiceDraft.of(desired).revision("web:1").unbalanced().command());
    }

    private static List<String> waits(Transcript told) {
        return told.decisions(Kind.THROTTLE).stream()
                .map(line -> line.replaceAll(".*throttle.once.*", "0"))
                .map(line -> line.replaceAll(".*minutes=(\\d+).*", "$1"))
                .toList();
    }

    @Test
    void waitDoublesFromOneMinuteToTwentySevenAndNeverEnds() {
        var told = Transcript.of(failing(2).until(4 * 60 * 60));
        assertEquals(
                List.of("0", "1", "2", "4", "8", "16", "27", "27", "27"),
                waits(told).subList(0, 9));
        assertEquals(
                Stream.of("1s", "9s", "1m16s", "3m23s", "7m30s", "15m37s", "31m44s", "58m51s")
                        .map(at -> at + " (service web) has started 2 tasks: ")
                        .toList(),
                told.said("has started").stream()
                        .map(line -> line.substring(0, line.indexOf("(task")))
                        .toList()
                        .subList(0, 8));
    }

    /// Nor is it said again while it stays so, until six hours have passed.
    @Test
    void serviceSaysSoOnce() {
        var told = Transcript.of(failing(1).until(8 * 60 * 60));
        assertEquals(
                List.of("16s " + IMPAIRED, "6h24m22s " + IMPAIRED), told.said("unable to consist"));
    }

    @Test
    void newRevisionBeginsAtOnce() {
        var told = Transcript.of(failing(1).until(400).at(100, Scenarios.revision("web:2")));
        assertEquals(List.of("0", "1", "2"), waits(told));
        assertEquals(
                List.of(
                        "1m41s (service web) has started 1 tasks: (task web#4).",
                        "2m27.3s (service web) has reached a steady state."),
                told.said().subList(4, 7).stream()
                        .filter(line -> !line.contains("deployment completed"))
                        .toList());
    }

    @Test
    void newRevisionThatFailsAsWellIsSaidAgain() {
        var told =
                Transcript.of(
                        failing(1)
                                .setup(Scenarios.register("web", "nowhere:2"))
                                .until(150)
                                .at(100, Scenarios.revision("web:3")));
        assertEquals(List.of("0", "1", "2", "0", "1"), waits(told));
        assertEquals(
                List.of("16s " + IMPAIRED, "1m56s " + IMPAIRED), told.said("unable to consist"));
    }

    @Test
    void otherDesiredCountDoesNotShortenTheWait() {
        var told = Transcript.of(failing(1).until(180).at(30, Scenarios.desired(3)));
        assertEquals(
                List.of("1s", "9s", "1m16s"),
                told.said("has started").stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        assertEquals(
                List.of("(task web#3) (task web#4) (task web#5)."),
                told.said("has started 3").stream()
                        .map(line -> line.substring(line.indexOf("(task")))
                        .toList());
    }

    @Test
    void taskThatRunsEndsTheThrottle() {
        var policy = Scenarios.PULL_POLICY;
        var told =
                Transcript.of(
                        Scenarios.service(1)
                                .setup(new DetachRolePolicy(Scenarios.ROLE, policy))
                                .at(40, new AttachRolePolicy(Scenarios.ROLE, policy))
                                .at(200, new DetachRolePolicy(Scenarios.ROLE, policy))
                                .at(201, Scenarios.stop("web#3"))
                                .until(400));
        assertEquals(List.of("0", "1", "0", "1", "2"), waits(told));
    }

    @Test
    void deploymentCountsItsFailedTasksUntilOneRuns() {
        var policy = Scenarios.PULL_POLICY;
        var run =
                Scenarios.service(2)
                        .setup(new DetachRolePolicy(Scenarios.ROLE, policy))
                        .at(40, new AttachRolePolicy(Scenarios.ROLE, policy))
                        .start();
        run.advanceTo(SimInstant.ofSeconds(60));
        assertEquals(4, failedTasks(run));
        run.advanceTo(SimInstant.ofSeconds(120));
        assertEquals(0, failedTasks(run));
    }

    /// It ends while another container still waits, so that the task never was RUNNING.
    @Test
    void essentialContainerThatEndsBeforeRunningIsThrottledAsWell() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Programs.exits("app:1", 2, 1))
                                .image(Programs.exits("init:1", 60, 0))
                                .setup(
                                        RevisionDraft.revision()
                                                .containers(
                                                        RevisionDraft.container("app")
                                                                .image(Given.of("app:1")),
                                                        RevisionDraft.container("last")
                                                                .image(Given.of("init:1"))
                                                                .dependsOn("init COMPLETE"),
                                                        RevisionDraft.container("init")
                                                                .image(Given.of("init:1"))
                                                                .optional())
                                                .command())
                                .setup(ServiceDraft.of(1).unbalanced().command())
                                .until(80));
        assertEquals(List.of("0", "1"), waits(told));
        assertEquals(
                "EssentialContainerExited: Essential container in task exited",
                told.whyStopped("web#1"));
    }

    /// A task that has run and then crashes is replaced at once, for ever.
    @Test
    void crashAfterRunningIsNotThrottled() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Programs.exits("app:1", 10, 1))
                                .setup(
                                        RevisionDraft.revision()
                                                .containers(
                                                        RevisionDraft.container("app")
                                                                .image(Given.of("app:1")))
                                                .command())
                                .setup(ServiceDraft.of(1).unbalanced().command())
                                .until(120));
        assertEquals(List.of(), waits(told));
        assertEquals(8, told.said("has started").size());
    }

    private static int failedTasks(SimulatedRun run) {
        var service = run.snapshot().services().values().iterator().next();
        return service.deployments().getFirst().failedTasks();
    }

    @Test
    void taskThatHasRunIsReplacedWithoutAnyWait() {
        var scenarios = Scenarios.service(1);
        for (var n = 1; n <= 6; n++) {
            scenarios.at(30L * n, Scenarios.stop("web#" + n));
        }
        var told = Transcript.of(scenarios);
        assertEquals(List.of(), waits(told));
        assertEquals(7, told.said("has started").size());
    }

    /// The tasks that did find an address run meanwhile, which resets the throttle once.
    @Test
    void subnetWithoutFreeAddressesIsThrottledAsWell() {
        var told =
                Transcript.of(
                        Scenarios.demo(1)
                                .setup(Scenarios.register("web", Scenarios.IMAGE))
                                .setup(ServiceDraft.of(252).network("a").unbalanced().command())
                                .until(200));
        assertEquals(List.of("0", "0", "1"), waits(told).subList(0, 3));
        assertEquals(
                "TaskFailedToStart: Unexpected EC2 error while attempting to Create Network"
                        + " Interface with public IP assignment enabled in subnet 'SUBNET'",
                told.whyStopped("web#252").replaceAll("subnet-\\w+", "SUBNET"));
    }
}
