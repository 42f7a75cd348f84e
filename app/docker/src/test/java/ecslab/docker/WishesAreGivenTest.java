package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Task;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a task definition asks for is given to the real container or refused, never left out in
/// silence.
class WishesAreGivenTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void containerGetsNamesControlsAndConfinementOfItsOwn() throws Exception {
        var more =
                ", 'hostname': 'blue', 'dnsServers': ['9.9.9.9'], 'dnsSearchDomains': ['ex.org'],"
                        + " 'extraHosts': [{'hostname': 'foo', 'ipAddress': '1.2.3.4'}],"
                        + " 'systemControls': [{'namespace': 'net.core.somaxconn',"
                        + " 'value': '77'}], 'interactive': true, 'pseudoTerminal': true,"
                        + " 'linuxParameters': {'sharedMemorySize': 16, 'capabilities':"
                        + " {'drop': ['ALL']}, 'tmpfs': [{'containerPath': '/scratch',"
                        + " 'size': 4, 'mountOptions': ['noexec']}]}";
        var revision = Drafts.revision("web", "web:v1", more);
        try (var live =
                Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", revision))) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            assertEquals(
                    "blue [9.9.9.9] [ex.org] [foo:1.2.3.4] 77 true true 16777216 [ALL]"
                            + " size=4m,noexec",
                    inspect(
                            live,
                            "web",
                            "{{.Config.Hostname}} {{.HostConfig.Dns}} {{.HostConfig.DnsSearch}}"
                                    + " {{.HostConfig.ExtraHosts}}"
                                    + " {{index .HostConfig.Sysctls \"net.core.somaxconn\"}}"
                                    + " {{.Config.OpenStdin}} {{.Config.Tty}}"
                                    + " {{.HostConfig.ShmSize}} {{.HostConfig.CapDrop}}"
                                    + " {{index .HostConfig.Tmpfs \"/scratch\"}}"));
            var task = Live.running(live.state()).getFirst().id();
            live.await(
                    "a terminal's log is read as well",
                    _ -> live.cluster().log(task, "web", 5).startsWith("v1 listens on port 80"));
        }
    }

    @Test
    void networkOfATaskIsSetAsItsContainersAsk() throws Exception {
        var revision =
                """
                {'family': 'web', 'networkMode': 'awsvpc', 'requiresCompatibilities': ['FARGATE'],
                 'cpu': '256', 'memory': '512',
                 'executionRoleArn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
                 'containerDefinitions': [{'name': 'web', 'image': '%sweb:v1',
                  'systemControls': [{'namespace': 'net.core.somaxconn', 'value': '88'},
                   {'namespace': 'kernel.msgmax', 'value': '9000'}]}]}\
                """
                        .formatted(Drafts.ECR);
        try (var live =
                Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", revision))) {
            live.submit("ecs:RunTask", Drafts.runFargate(1));
            live.awaitRunning(1);
            assertEquals(
                    "map[kernel.msgmax:9000]", inspect(live, "web", "{{.HostConfig.Sysctls}}"));
            assertEquals(
                    "88",
                    inspect(
                            live,
                            Labels.PAUSE,
                            "{{index .HostConfig.Sysctls \"net.core.somaxconn\"}}"));
        }
    }

    @Test
    void engineSaysItselfWhyItCannotPull() {
        var revision =
                """
                {'family': 'far', 'requiresCompatibilities': ['EC2'], 'containerDefinitions':
                 [{'name': 'far', 'image': 'localhost:9/no/such:1', 'memory': 16}]}\
                """;
        try (var live =
                Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", revision))) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'far', 'launchType': 'EC2'}");
            var task = live.await("stopped", now -> all(now).anyMatch(Task::isStopped)).tasks();
            var reason = task.values().iterator().next().containers().getFirst().reason();
            assertTrue(
                    reason.startsWith("CannotPullContainerError: Error response from daemon: "),
                    reason);
            assertTrue(reason.contains("localhost:9"), reason);
        }
    }

    private static Stream<Task> all(ecslab.ecs.state.ClusterState now) {
        return now.tasks().values().stream();
    }

    private static String inspect(Live live, String container, String format) throws Exception {
        var task = Live.running(live.state()).getFirst().id();
        var id =
                Belongings.docker(
                                "ps",
                                "-q",
                                "--filter",
                                "label=" + Labels.TASK + "=" + task.hex(),
                                "--filter",
                                "label=" + Labels.CONTAINER + "=" + container)
                        .strip();
        return Belongings.docker("inspect", "--format", format, id).strip();
    }
}
