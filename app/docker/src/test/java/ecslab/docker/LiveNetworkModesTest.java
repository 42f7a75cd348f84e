package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.Task;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each network mode does for real containers what it does on ECS, but that nobody from outside
/// this computer gets in (behaviour reference §4.2).
class LiveNetworkModesTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    /// The second container asks the first one's port on localhost: its health check says whether
    /// it was answered.
    private static String pair(String mode, int port) {
        return """
        {'family': 'pair', 'networkMode': '%s', 'requiresCompatibilities': ['EC2'],
         'containerDefinitions': [
          {'name': 'app', 'image': '%sweb:v1', 'memory': 32,
           'environment': [{'name': 'PORT', 'value': '%d'}],
           'portMappings': [{'containerPort': %d}]},
          {'name': 'friend', 'image': '%sworker:v1', 'memory': 32,
           'healthCheck': {'command': ['CMD', '/server', 'healthcheck'], 'interval': 5,
            'timeout': 2, 'retries': 2}}]}\
        """
                .formatted(mode, Drafts.ECR, port, port, Drafts.ECR);
    }

    @Test
    void containersOfAHostTaskMeetAsLocalhostAndOnlyLoopbackLeadsThere() throws Exception {
        var scenario = Drafts.cluster().setup("ecs:RegisterTaskDefinition", pair("host", 18_321));
        try (var live = Live.start(scenario)) {
            run(live);
            live.awaitRunning(1);
            var task = Live.running(live.state()).getFirst();
            assertEquals(
                    List.of(new NetworkBinding("127.0.0.1", 18_321, 18_321, "tcp")),
                    task.containers().getFirst().networkBindings());
            assertTrue(ask(18_321).startsWith("v1 from "));
            assertEquals(
                    "0",
                    live.cluster()
                                    .exec(task.id(), "friend", List.of("/server", "healthcheck"))
                                    .isEmpty()
                            ? "0"
                            : "1");
            assertOnlyLoopback(live);
            assertTrue(live.run.header().simplified().contains("simplified.live.network"));
        }
    }

    @Test
    void secondHostTaskThatWantsThePortFindsNoPlace() {
        var scenario = Drafts.cluster().setup("ecs:RegisterTaskDefinition", pair("host", 18_322));
        try (var live = Live.start(scenario)) {
            run(live);
            live.awaitRunning(1);
            var answer = live.submit("ecs:RunTask", call()).toString();
            assertTrue(answer.contains("RESOURCE:PORTS"), answer);
        }
    }

    /// Somebody else's program has the port, which ECS can't know.
    @Test
    void portThatThisComputerHasGivenAwayStopsTheTask() throws Exception {
        try (var taken =
                        new java.net.ServerSocket(
                                18_323, 1, java.net.InetAddress.getLoopbackAddress());
                var live =
                        Live.start(
                                Drafts.cluster()
                                        .setup(
                                                "ecs:RegisterTaskDefinition",
                                                pair("host", taken.getLocalPort())))) {
            run(live);
            var stopped =
                    live.await(
                                    "it stops",
                                    now ->
                                            now.tasks().values().stream().allMatch(Task::isStopped)
                                                    && !now.tasks().isEmpty())
                            .tasks()
                            .values()
                            .iterator()
                            .next();
            var reason = stopped.containers().getFirst().reason();
            assertTrue(
                    reason.startsWith("CannotStartContainerError: Error response from daemon: "),
                    reason);
        }
    }

    @Test
    void taskWithoutANetworkReachesNobody() throws Exception {
        var none = pair("none", 80).replace("'portMappings': [{'containerPort': 80}]", "'cpu': 16");
        try (var live = Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", none))) {
            run(live);
            live.awaitRunning(1);
            var id = live.cluster().containerId(task(live).id(), "app");
            assertEquals(
                    "none",
                    Belongings.docker("inspect", "--format", "{{.HostConfig.NetworkMode}}", id)
                            .strip());
            assertEquals(List.of(), task(live).containers().getFirst().networkBindings());
        }
    }

    @Test
    void linkedContainersFindEachOtherByName() throws Exception {
        var linked =
                pair("bridge", 80)
                        .replace(
                                "'memory': 32,\n   'healthCheck'",
                                "'memory': 32, 'links': ['app:web'],\n   'healthCheck'");
        assertTrue(linked.contains("links"));
        try (var live = Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", linked))) {
            run(live);
            live.awaitRunning(1);
            var id = live.cluster().containerId(task(live).id(), "friend");
            var links = Belongings.docker("inspect", "--format", "{{json .HostConfig.Links}}", id);
            assertTrue(links.contains("/web"), links);
        }
    }

    private static String call() {
        return "{'cluster': 'demo', 'taskDefinition': 'pair', 'launchType': 'EC2'}";
    }

    private static void run(Live live) {
        live.submit("ecs:RunTask", call());
    }

    private static Task task(Live live) {
        return Live.running(live.state()).getFirst();
    }

    private static String ask(int port) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var at = URI.create("http://127.0.0.1:" + port + "/");
            return http.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString()).body();
        }
    }

    private static void assertOnlyLoopback(Live live) throws Exception {
        var ports = live.ports();
        assertTrue(ports.contains("127.0.0.1:") && !ports.contains("0.0.0.0"), ports);
    }
}
