package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.ContainerProbe;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.HealthStatus;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Container health is told as ECS reports it: each check, and from UNKNOWN on each change
/// (behaviour reference §6.1).
class LiveContainerHealthTest {

    private static final String CHECK =
            ", 'healthCheck': {'command': ['CMD', '/server', 'healthcheck'], 'interval': 5,"
                    + " 'timeout': 2, 'retries': 2}";

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void everyCheckIsToldAndTheTaskOfAServiceIsReplaced() {
        var scenario =
                Drafts.cluster()
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                Drafts.revision("web", "web:v1", CHECK));
        try (var live = Live.start(scenario)) {
            live.submit("ecs:CreateService", Drafts.service(1, false, ""));
            live.await("it is healthy", now -> health(live).endsWith("HEALTHY"));
            var first = Live.running(live.state()).getFirst().id();
            live.submit("lab:BreakHealth", "{'of': 'task/web#1'}");
            live.await(
                    "it is replaced",
                    now -> now.tasks().get(first).isStopped() && Live.running(now).size() == 1);
            assertTrue(health(live).startsWith("UNKNOWN HEALTHY UNHEALTHY"), health(live));
            var probes =
                    live.events(ContainerProbe.class)
                            .filter(one -> one.task().equals(first))
                            .toList();
            var failed = probes.stream().filter(one -> !one.passed()).toList();
            assertEquals(
                    List.of(1, 2), failed.stream().map(ContainerProbe::inARow).limit(2).toList());
            assertTrue(probes.size() > failed.size());
        }
    }

    @Test
    void imagesOwnHealthCheckDoesNotCount() {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            assertEquals(
                    HealthStatus.UNKNOWN, Live.running(live.state()).getFirst().healthStatus());
            assertEquals(0, live.events(ContainerProbe.class).count());
        }
    }

    /// Of the first task, each change once.
    private static String health(Live live) {
        var told =
                live.events(TaskStateChange.class)
                        .map(TaskStateChange::task)
                        .map(task -> task.id() + " " + task.healthStatus())
                        .distinct()
                        .toList();
        var first = told.isEmpty() ? "" : told.getFirst().split(" ")[0];
        return String.join(
                " ",
                told.stream()
                        .filter(one -> one.startsWith(first))
                        .map(one -> one.split(" ")[1])
                        .toList());
    }
}
