package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.ContainerRestart;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a task definition says about its containers holds for real ones, and what the engine says
/// of them is told in ECS's words.
class ContainersOfATaskTest {

    private static final String SECRET = "arn:aws:ssm:us-east-1:111122223333:parameter/greeting";

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void dependencyIsWaitedForUntilItIsHealthy() {
        try (var live = Live.start(Drafts.cluster())) {
            register(
                    live,
                    """
                    {'name': 'app', 'image': '%1$sweb:v1', 'memory': 32, 'essential': true,
                     'dependsOn': [{'containerName': 'db', 'condition': 'HEALTHY'}]},
                    {'name': 'db', 'image': '%1$sworker:v1', 'memory': 32, 'essential': true,
                     'healthCheck': {'command': ['CMD', '/server', 'healthcheck'], 'interval': 5,
                      'timeout': 2, 'retries': 2}}\
                    """);
            run(live, "{'cluster': 'demo', 'taskDefinition': 'job', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var task = Live.running(live.state()).getFirst();
            assertEquals(HealthStatus.HEALTHY, container(task, "db").healthStatus());
            assertTrue(live.cluster().log(task.id(), "app", 10).contains("v1 listens on port 80"));
            assertEquals(
                    "", live.cluster().exec(task.id(), "db", List.of("/server", "healthcheck")));
        }
    }

    @Test
    void environmentSecretsAndVolumesReachAContainer() {
        var secrets = Map.of(SECRET, "secret-v7");
        try (var live = Live.start(role(), settings -> settings.withSecrets(secrets))) {
            live.submit(
                    "ecs:RegisterTaskDefinition",
                    """
                    {'family': 'job', 'networkMode': 'bridge', 'requiresCompatibilities': ['EC2'],
                     'executionRoleArn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
                     'volumes': [{'name': 'data'}],
                     'containerDefinitions': [{'name': 'app', 'image': '%sweb:v1', 'memory': 32,
                      'environment': [{'name': 'PORT', 'value': '8080'}],
                      'secrets': [{'name': 'VERSION', 'valueFrom': '%s'}],
                      'portMappings': [{'containerPort': 8080, 'hostPort': 0}],
                      'mountPoints': [{'sourceVolume': 'data', 'containerPath': '/data'}]}]}\
                    """
                            .formatted(Drafts.ECR, SECRET));
            run(live, "{'cluster': 'demo', 'taskDefinition': 'job', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var task = Live.running(live.state()).getFirst();
            assertTrue(
                    live.cluster()
                            .log(task.id(), "app", 10)
                            .contains("secret-v7 listens on port 8080"));
            try (var engine = new DockerEngine(Engines.endpoint())) {
                assertEquals(1, engine.volumes(Labels.OWNER + "=" + owner(live)).size());
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }
    }

    @Test
    void secretThatIsNotThereStopsTheTask() {
        try (var live = Live.start(role())) {
            live.submit(
                    "ecs:RegisterTaskDefinition",
                    """
                    {'family': 'job', 'networkMode': 'bridge', 'requiresCompatibilities': ['EC2'],
                     'executionRoleArn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
                     'containerDefinitions': [{'name': 'app', 'image': '%sweb:v1', 'memory': 32,
                      'secrets': [{'name': 'VERSION', 'valueFrom': '%s'}]}]}\
                    """
                            .formatted(Drafts.ECR, SECRET));
            var task = ended(live);
            assertTrue(
                    task.stop().toString().contains("ResourceInitializationError"),
                    task.stop().toString());
        }
    }

    @Test
    void containerThatTakesTooMuchMemoryIsKilled() {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            run(live, "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var id = Live.running(live.state()).getFirst().id();
            live.submit("lab:LeakMemory", "{'of': 'task/web#1', 'mibPerMinute': 1000}");
            var task =
                    live.await("it has stopped", now -> now.tasks().get(id).isStopped())
                            .tasks()
                            .get(id);
            assertEquals(new Exit.Code(137), task.containers().getFirst().exit());
            // Not every Podman says what it was killed for, which a live run declares.
            if (!live.run.header().simplified().contains("simplified.live.podman")) {
                assertEquals(
                        "OutOfMemoryError: Container killed due to memory usage",
                        task.containers().getFirst().reason());
            }
        }
    }

    @Test
    void imageThatNobodyHasCannotBePulled() {
        try (var live = Live.start(Drafts.cluster().web("nothing:v1"))) {
            assertEquals(
                    "CannotPullContainerError: pull image manifest has been retried 5 time(s):"
                            + " failed to resolve ref "
                            + Drafts.ECR
                            + "nothing:v1: "
                            + Drafts.ECR
                            + "nothing:v1: not found",
                    ended(live, "web").containers().getFirst().reason());
        }
    }

    @Test
    void programThatIsNotThereCannotBeStarted() {
        try (var live = Live.start(Drafts.cluster())) {
            register(
                    live,
                    """
                    {'name': 'app', 'image': '%1$sweb:v1', 'memory': 32, 'entryPoint': ['/serve']}\
                    """);
            var reason = ended(live).containers().getFirst().reason();
            assertTrue(
                    reason.startsWith("CannotStartContainerError: Error response from daemon: "),
                    reason);
            assertTrue(reason.contains("/serve"), reason);
        }
    }

    @Test
    void programThatIgnoresSigtermIsKilledAfterItsStopTimeout() {
        try (var live = Live.start(Drafts.cluster())) {
            register(
                    live,
                    """
                    {'name': 'app', 'image': '%1$sweb:v1', 'memory': 32, 'stopTimeout': 2,
                     'portMappings': [{'containerPort': 80, 'hostPort': 0}]}\
                    """);
            run(live, "{'cluster': 'demo', 'taskDefinition': 'job', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var task = Live.running(live.state()).getFirst();
            var port = container(task, "app").networkBindings().getFirst().hostPort();
            try (var _ = new Load("http://127.0.0.1:" + port, "/slow?ms=60000", 1)) {
                live.await("somebody is being answered", now -> true);
                live.submit("ecs:StopTask", "{'cluster': 'demo', 'task': '" + task.id() + "'}");
                live.await("it has stopped", now -> now.tasks().get(task.id()).isStopped());
            }
            assertEquals(
                    new Exit.Code(137),
                    live.state().tasks().get(task.id()).containers().getFirst().exit());
        }
    }

    @Test
    void containerThatEndsBeforeItsRestartAttemptPeriodIsNotStartedAgain() {
        try (var live = Live.start(Drafts.cluster())) {
            register(
                    live,
                    """
                    {'name': 'app', 'image': '%1$sweb:v1', 'memory': 32,
                     'portMappings': [{'containerPort': 80, 'hostPort': 0}],
                     'restartPolicy': {'enabled': true, 'ignoredExitCodes': [7],
                      'restartAttemptPeriod': 60}}\
                    """);
            run(live, "{'cluster': 'demo', 'taskDefinition': 'job', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var id = Live.running(live.state()).getFirst().id();
            live.submit(
                    "lab:KillContainer",
                    "{'task': '" + id + "', 'container': 'app', 'exitCode': 3}");
            var task =
                    live.await("it has stopped", now -> now.tasks().get(id).isStopped())
                            .tasks()
                            .get(id);
            assertEquals(new Exit.Code(3), task.containers().getFirst().exit());
            assertEquals(0, live.events(ContainerRestart.class).count());
        }
    }

    private static Drafts role() {
        return Drafts.cluster()
                .setup(
                        "iam:AttachRolePolicy",
                        """
                        {'RoleName': 'ecsTaskExecutionRole',
                         'PolicyArn': 'arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess'}\
                        """);
    }

    private static String owner(Live live) {
        return live.cluster().ownerId();
    }

    private static void register(Live live, String containers) {
        live.submit(
                "ecs:RegisterTaskDefinition",
                """
                {'family': 'job', 'networkMode': 'bridge', 'requiresCompatibilities': ['EC2'],
                 'executionRoleArn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
                 'containerDefinitions': [%s]}\
                """
                        .formatted(containers.formatted(Drafts.ECR)));
    }

    private static void run(Live live, String json) {
        live.submit("ecs:RunTask", json);
    }

    private static Task ended(Live live) {
        return ended(live, "job");
    }

    private static Task ended(Live live, String family) {
        run(live, "{'cluster': 'demo', 'taskDefinition': '" + family + "', 'launchType': 'EC2'}");
        return live.await(
                        "the task has stopped",
                        now -> now.tasks().values().stream().anyMatch(Task::isStopped))
                .tasks()
                .values()
                .iterator()
                .next();
    }

    private static Container container(Task task, String name) {
        return task.containers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
