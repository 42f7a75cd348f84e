package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ecslab.ecs.ApiError;
import ecslab.ecs.event.Event.FaultChange;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.TaskId;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody breaks on purpose is a command of the run, as in a simulated one, and happens to
/// the real container.
class LiveFaultsTest {

    /// Of what stands behind a program's name in `/proc/PID/stat`.
    private static final int UTIME = 11;

    private static final String RUN =
            "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}";
    private static final String IT = "{'of': 'task/web#1'}";

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void frozenContainerIsPausedUntilItIsThawed() throws Exception {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            var task = started(live);
            live.submit("lab:Freeze", IT);
            awaitStatus(live, task, "paused");
            live.submit("lab:Freeze", IT);
            assertEquals(
                    List.of(Fault.Kind.FROZEN),
                    live.state().faults().values().stream().map(Fault::kind).toList());
            live.submit("lab:Thaw", IT);
            awaitStatus(live, task, "running");
            assertEquals(
                    List.of(true, true, false),
                    live.events(FaultChange.class).map(FaultChange::present).toList());
            assertEquals(3, calls(live, "LabFreeze") + calls(live, "LabThaw"));
        }
    }

    @Test
    void frozenTargetIsUnhealthyAndReplaced() {
        var scenario = Drafts.cluster().balancer("instance", "1s").web("web:v1");
        try (var live = Live.start(scenario)) {
            live.submit("ecs:CreateService", Drafts.service(2, true, ""));
            live.awaitHealthy(2);
            live.awaitRunning(2);
            var before = System.nanoTime();
            live.submit("lab:Freeze", IT);
            var frozen = Live.running(live.state()).getFirst().id();
            live.await(
                    "it is replaced",
                    now -> now.tasks().get(frozen).isStopped() && Live.healthy(now).size() == 2);
            Figures.say("frozen target: found unhealthy and replaced", before);
        }
    }

    @Test
    void frozenTaskThatIsToldToStopHearsIt() {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            var task = started(live);
            live.submit("lab:Freeze", IT);
            live.submit("ecs:StopTask", "{'cluster': 'demo', 'task': '" + task + "'}");
            var now = live.await("it stops", state -> state.tasks().get(task).isStopped());
            assertEquals(new Exit.Code(0), now.tasks().get(task).containers().getFirst().exit());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {137, 3})
    void frozenContainerIsKilledAllTheSame(int code) throws Exception {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            var task = started(live);
            live.submit("lab:Freeze", IT);
            awaitStatus(live, task, "paused");
            live.submit(
                    "lab:KillContainer",
                    "{'task': 'task/web#1', 'container': 'web', 'exitCode': " + code + "}");
            var now = live.await("it stops", state -> state.tasks().get(task).isStopped());
            assertEquals(new Exit.Code(code), now.tasks().get(task).containers().getFirst().exit());
        }
    }

    @Test
    void burntCpuIsReallyBurnt() {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            var id = live.cluster().containerId(started(live), "web");
            var pid = docker("inspect", "--format", "{{.State.Pid}}", id).strip();
            var before = cpu(pid);
            live.submit("lab:BurnCpu", IT);
            live.await("half a second of CPU is burnt", _ -> cpu(pid) - before > 50);
            live.submit("lab:StopBurn", IT);
            live.await(
                    "it is idle",
                    _ -> {
                        var now = cpu(pid);
                        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                        return cpu(pid) - now <= 1;
                    });
        }
    }

    @Test
    void brokenHealthPathIsMendedAgain() {
        var scenario = Drafts.cluster().balancer("instance", "1s").web("web:v1");
        try (var live = Live.start(scenario)) {
            live.submit(
                    "ecs:CreateService",
                    Drafts.service(1, true, ", 'healthCheckGracePeriodSeconds': 600"));
            live.awaitHealthy(1);
            live.submit("lab:BreakHealth", IT);
            live.awaitHealthy(0);
            live.submit("lab:MendHealth", IT);
            live.awaitHealthy(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab:DropRoute", "lab:ExhaustConnections"})
    void whatOnlyASimulationCanBreakIsRefused(String call) {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            started(live);
            var refused = refused(live, call, IT);
            assertEquals(
                    "Only a simulated cluster can be broken in this way: these containers are"
                            + " real.",
                    refused.message());
            assertTrue(live.state().faults().isEmpty());
        }
    }

    @Test
    void programThatListensToNobodyCannotBeAskedToFillItsMemory() {
        var deaf =
                Drafts.revision("web", "web:v1", "")
                        .replace("{'containerPort': 80, 'hostPort': 0}", "");
        try (var live = Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", deaf))) {
            started(live);
            var refused =
                    refused(live, "lab:LeakMemory", "{'of': 'task/web#1', 'mibPerMinute': 9}");
            assertTrue(refused.message().startsWith("Only the demo program"), refused.message());
            assertEquals("remedy.live.demo", refused.remedy().key());
        }
    }

    private static TaskId started(Live live) {
        live.submit("ecs:RunTask", RUN);
        live.awaitRunning(1);
        return Live.running(live.state()).getFirst().id();
    }

    private static ApiError refused(Live live, String call, String json) {
        try {
            return assertInstanceOf(
                    ApiError.class,
                    live.run.submit(CommandReader.read(call, json.replace('\'', '"'))));
        } catch (BadInput bad) {
            return fail(bad.problems().toString());
        }
    }

    private static long calls(Live live, String record) {
        return live.run.commands().stream()
                .filter(one -> one.command().getClass().getSimpleName().equals(record))
                .count();
    }

    private static void awaitStatus(Live live, TaskId task, String status) {
        var id = live.cluster().containerId(task, "web");
        live.await(
                "it is " + status,
                _ -> docker("inspect", "--format", "{{.State.Status}}", id).strip().equals(status));
    }

    /// In hundredths of a second, so far.
    private static long cpu(String pid) {
        try {
            var said = Files.readString(Path.of("/proc", pid, "stat"));
            var fields = said.substring(said.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]);
        } catch (IOException broken) {
            return fail(broken);
        }
    }

    private static String docker(String... words) {
        try {
            return Belongings.docker(words);
        } catch (IOException | InterruptedException broken) {
            return fail(broken);
        }
    }
}
