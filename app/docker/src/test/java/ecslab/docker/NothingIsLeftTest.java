package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ecslab.ecs.model.Task;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// However the program ends, and whatever others do beside it, what is on the engine in the end is
/// what was there before.
class NothingIsLeftTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void killedProgramIsClearedUpAfterByItsReaper() throws Exception {
        var before = Belongings.now();
        var program = new ProcessBuilder(LiveProgram.command("reaper")).start();
        var owner = owner(program);
        assertEquals(3, containers(owner));
        var killed = System.nanoTime();
        program.destroyForcibly().waitFor();
        awaitNothing(before);
        Figures.say("program killed with -9: 3 containers and all images gone", killed);
    }

    @Test
    void nextStartClearsUpAfterAProgramThatLeftNobody() throws Exception {
        var before = Belongings.now();
        var program = new ProcessBuilder(LiveProgram.command("alone")).start();
        var owner = owner(program);
        program.destroyForcibly().waitFor();
        assertEquals(3, containers(owner));
        try (var _ = Live.start(Drafts.cluster())) {
            assertEquals(0, containers(owner));
        }
        assertEquals(before, Belongings.now());
    }

    @Test
    void twoCopiesLeaveEachOtherAlone() throws Exception {
        var before = Belongings.now();
        try (var first = Live.start(Drafts.cluster().web("web:v1"))) {
            first.submit("ecs:CreateService", Drafts.service(2, false, ""));
            first.awaitRunning(2);
            var tasks = first.state().tasks().keySet();
            try (var second = Live.start(Drafts.cluster().web("web:v1"))) {
                second.submit("ecs:CreateService", Drafts.service(2, false, ""));
                second.awaitRunning(2);
                assertEquals(2, containers(first.cluster().ownerId()));
            }
            assertEquals(2, containers(first.cluster().ownerId()));
            first.submit(
                    "ecs:UpdateService",
                    "{'cluster': 'demo', 'service': 'web', 'desiredCount': 3}");
            first.awaitRunning(3);
            assertTrue(first.state().tasks().keySet().containsAll(tasks));
        }
        assertEquals(before, Belongings.now());
    }

    @Test
    void containerRemovedByHandIsReplaced() throws Exception {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            live.submit("ecs:CreateService", Drafts.service(2, false, ""));
            live.awaitRunning(2);
            var victim = Live.running(live.state()).getFirst();
            var id = live.cluster().containerId(victim.id(), "web");
            Belongings.docker("rm", "-f", id);
            live.await("it has stopped", now -> now.tasks().get(victim.id()).isStopped());
            live.awaitRunning(2);
            assertEquals(1, live.state().tasks().values().stream().filter(Task::isStopped).count());
        }
    }

    @Test
    void morePerTaskThanTheCapsAllowIsRefusedWithItsReason() {
        var caps = new Caps(3, 80, 1_024);
        try (var live = Live.start(Drafts.cluster().web("web:v1"), at -> at.withCaps(caps))) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2', 'count':"
                            + " 3}");
            var stopped = live.awaitStopped();
            assertEquals(
                    "CannotCreateContainerError: ECS Lab takes at most 80 MiB of this computer's"
                            + " memory, and this container would make it 96",
                    stopped.containers().getFirst().reason());
            live.awaitRunning(2);
        }
    }

    @Test
    void onlyLoopbackIsPublished() throws Exception {
        try (var live = Live.start(Drafts.cluster().fargate("web:v1").web("web:v1"))) {
            live.submit("ecs:RunTask", Drafts.runFargate(1).replace("'web'", "'web:1'"));
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web:2', 'launchType': 'EC2'}");
            live.awaitRunning(2);
            var ports = live.ports();
            // Podman lists a network's ports at everybody in it.
            assertTrue(ports.lines().filter(line -> line.startsWith("127.0.0.1:")).count() >= 2);
            assertTrue(!ports.contains("0.0.0.0"), ports);
        }
    }

    private static String owner(Process program) throws Exception {
        var said =
                new BufferedReader(
                        new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        var line = said.readLine();
        return line == null
                ? fail(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                : line;
    }

    private static int containers(String owner) throws Exception {
        try (var engine = new DockerEngine(Engines.endpoint())) {
            return engine.containers(Map.of(Labels.OWNER, owner)).size();
        }
    }

    private static void awaitNothing(Belongings before) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < until) {
            if (before.equals(Belongings.now())) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertEquals(before, Belongings.now());
    }
}
