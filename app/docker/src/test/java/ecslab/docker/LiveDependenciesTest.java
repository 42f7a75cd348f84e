package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.ServiceAction;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Task;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several containers of one task wait for each other and end together, or not (behaviour reference
/// §2.5); and programs that end at once are started less and less often (§3.6).
class LiveDependenciesTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    private static Drafts pair(String condition, int exitCode) {
        return Drafts.cluster()
                .setup(
                        "ecs:RegisterTaskDefinition",
                        """
                        {'family': 'job', 'networkMode': 'bridge', 'requiresCompatibilities':
                         ['EC2'], 'containerDefinitions': [
                          {'name': 'init', 'image': '%1$sworker:v1', 'memory': 32,
                           'essential': false, 'environment': [
                            {'name': 'EXIT_AFTER_MS', 'value': '700'},
                            {'name': 'EXIT_CODE', 'value': '%2$d'}]},
                          {'name': 'app', 'image': '%1$sweb:v1', 'memory': 32,
                           'dependsOn': [{'containerName': 'init', 'condition': '%3$s'}]}]}\
                        """
                                .formatted(Drafts.ECR, exitCode, condition));
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, 0", "COMPLETE, 0", "COMPLETE, 9"})
    void containerThatIsWaitedForEndsFirst(String condition, int exitCode) {
        try (var live = Live.start(pair(condition, exitCode))) {
            run(live);
            live.await(
                    "app runs",
                    now ->
                            now.tasks().values().stream()
                                    .anyMatch(task ->
                                            container(task, "app").lastStatus()
                                                    == ContainerStatus.RUNNING));
            var task = live.state().tasks().values().iterator().next();
            assertEquals(new Exit.Code(exitCode), container(task, "init").exit());
            assertEquals(ContainerStatus.STOPPED, container(task, "init").lastStatus());
            assertTrue(!task.isLeaving());
        }
    }

    @Test
    void containerThatFailsWhereSuccessIsWaitedForStopsTheTask() {
        try (var live = Live.start(pair("SUCCESS", 3))) {
            run(live);
            var task =
                    live.await(
                                    "it stops",
                                    now -> now.tasks().values().stream().anyMatch(Task::isStopped))
                            .tasks()
                            .values()
                            .iterator()
                            .next();
            assertEquals(new Exit.Code(3), container(task, "init").exit());
            assertTrue(
                    container(task, "app").reason().startsWith("CannotStartContainerError: "),
                    container(task, "app").reason());
        }
    }

    @Test
    void programThatEndsAtOnceIsNotStartedForEver() {
        try (var live = Live.start(Drafts.cluster().web("web:crash"))) {
            live.submit("ecs:CreateService", Drafts.service(2, false, ""));
            live.await(
                    "ECS waits before the next start",
                    Duration.ofMinutes(2),
                    _ ->
                            live.events(ServiceAction.class)
                                    .anyMatch(one ->
                                            one.toString()
                                                    .contains("SERVICE_TASK_START_IMPAIRED")));
            assertTrue(live.state().tasks().size() < 40, live.state().tasks().size() + " tasks");
        }
    }

    private static void run(Live live) {
        live.submit(
                "ecs:RunTask", "{'cluster': 'demo', 'taskDefinition': 'job', 'launchType': 'EC2'}");
    }

    private static Container container(Task task, String name) {
        return task.containers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
