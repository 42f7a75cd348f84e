package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Response.RunTaskResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What would reach out of a container is refused with what, where and how to mend it; what is
/// harmless is really given.
class HostileTaskDefinitionsTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'volumes': [{'name': 'data', 'host': {'sourcePath': '/'}}], | 'cpu': 8 | \
                    none of this computer's folders, and volume data asks for /.
                    'volumes': [{'name': 's', 'host': {'sourcePath': '/var/run/docker.sock'}}], \
                    | 'cpu': 8 | volume s asks for /var/run/docker.sock. Leave out
                    'volumes': [{'name': 'v', 'dockerVolumeConfiguration': {'driver': 'local', \
                    'driverOpts': {'type': 'none', 'o': 'bind', 'device': '/'}}}], | 'cpu': 8 \
                    | Leave out driver and driverOpts.
                    'pidMode': 'host', | 'cpu': 8 | Leave out pidMode "host".
                    'ipcMode': 'host', | 'cpu': 8 | Leave out ipcMode "host".
                    'cpu': '128', | 'linuxParameters': {'maxSwap': 64} | Leave out \
                    linuxParameters.maxSwap.
                    'runtimePlatform': {'operatingSystemFamily': 'WINDOWS_SERVER_2022_CORE'}, \
                    | 'cpu': 8 | runs Linux containers only.
                    'cpu': '128', | 'privileged': true | Leave out privileged.
                    'cpu': '128', | 'linuxParameters': {'capabilities': {'add': ['SYS_ADMIN']}} \
                    | the capabilities SYS_ADMIN, as web asks for.
                    'cpu': '128', | 'linuxParameters': {'devices': [{'hostPath': '/dev/kmsg'}]} \
                    | Leave out linuxParameters.devices.
                    'cpu': '128', | 'dockerSecurityOptions': ['apparmor:unconfined'] | \
                    Leave out dockerSecurityOptions.
                    """)
    void whatReachesOutIsRefused(String ofTask, String ofContainer, String words) {
        var revision =
                """
                {'family': 'web', 'networkMode': 'bridge', 'requiresCompatibilities': ['EC2'], %s
                 'containerDefinitions': [{'name': 'web', 'image': '%sweb:v1', 'memory': 32, %s}]}\
                """
                        .formatted(ofTask, Drafts.ECR, ofContainer);
        try (var live =
                Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", revision))) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}");
            var reason = live.awaitStopped().containers().getFirst().reason();
            assertTrue(reason.startsWith("CannotCreateContainerError: ECS Lab "), reason);
            assertTrue(reason.contains(words), reason);
            assertEquals("", docker(live, "{{.ID}}"));
        }
    }

    @Test
    void gpuIsNotThere() {
        var revision =
                """
                {'family': 'web', 'networkMode': 'bridge', 'requiresCompatibilities': ['EC2'],
                 'containerDefinitions': [{'name': 'web', 'image': '%sweb:v1', 'memory': 32,
                    'resourceRequirements': [{'type': 'GPU', 'value': '1'}]}]}\
                """
                        .formatted(Drafts.ECR);
        try (var live =
                Live.start(Drafts.cluster().setup("ecs:RegisterTaskDefinition", revision))) {
            var answer =
                    (RunTaskResponse)
                            live.submit(
                                    "ecs:RunTask",
                                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType':"
                                            + " 'EC2'}");
            assertEquals("RESOURCE:GPU", answer.failures().getFirst().reason());
        }
    }

    @Test
    void harmlessWishesAreGiven() throws Exception {
        var more =
                ", 'user': '1234', 'readonlyRootFilesystem': true, 'workingDirectory': '/tmp',"
                        + " 'ulimits': [{'name': 'nofile', 'softLimit': 99, 'hardLimit': 100}],"
                        + " 'linuxParameters': {'initProcessEnabled': true, 'tmpfs':"
                        + " [{'containerPath': '/tmp', 'size': 4}]},"
                        + " 'dockerLabels': {'team': 'blue', 'ecslab.owner': 'somebody'}";
        var scenario =
                Drafts.cluster()
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                Drafts.revision("web", "web:v1", more));
        try (var live = Live.start(scenario)) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var id = live.cluster().containerId(Live.running(live.state()).getFirst().id(), "web");
            assertEquals(
                    "1234 true /tmp 99 100 true size=4m blue " + live.cluster().ownerId(),
                    Belongings.docker(
                                    "inspect",
                                    "--format",
                                    "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}"
                                            + " {{.Config.WorkingDir}}"
                                            + " {{(index .HostConfig.Ulimits 0).Soft}}"
                                            + " {{(index .HostConfig.Ulimits 0).Hard}}"
                                            + " {{.HostConfig.Init}}"
                                            + " {{index .HostConfig.Tmpfs \"/tmp\"}}"
                                            + " {{index .Config.Labels \"team\"}}"
                                            + " {{index .Config.Labels \"ecslab.owner\"}}",
                                    id)
                            .strip());
        }
    }

    @Test
    void everyContainerIsBounded() throws Exception {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            live.submit(
                    "ecs:RunTask",
                    "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2'}");
            live.awaitRunning(1);
            var id = live.cluster().containerId(Live.running(live.state()).getFirst().id(), "web");
            var cpus = Belongings.docker("inspect", "--format", "{{.HostConfig.NanoCpus}}", id);
            assertTrue(Long.parseLong(cpus.strip()) > 0, cpus);
            assertEquals(
                    "33554432 33554432 16 256 [no-new-privileges] json-file 1m 1 false null []",
                    Belongings.docker(
                                    "inspect",
                                    "--format",
                                    "{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}}"
                                        + " {{.HostConfig.CpuShares}} {{.HostConfig.PidsLimit}}"
                                        + " {{.HostConfig.SecurityOpt}}"
                                        + " {{.HostConfig.LogConfig.Type}} {{index"
                                        + " .HostConfig.LogConfig.Config \"max-size\"}} {{index"
                                        + " .HostConfig.LogConfig.Config \"max-file\"}}"
                                        + " {{.HostConfig.Privileged}} {{json .HostConfig.CapAdd}}"
                                        + " {{.HostConfig.Binds}}",
                                    id)
                            .strip());
        }
    }

    @Test
    void containersOfAnotherOwnerAreLeftAlone() throws Exception {
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            var image = "ecslab-" + live.cluster().ownerId() + "/web:v1";
            var theirs = labelled(image, "aaaaaaaaaaaa");
            var nobodys = Belongings.docker("create", image).strip();
            try (var second = Live.start(Drafts.cluster())) {
                second.state();
            }
            assertEquals(2, List.of(theirs, nobodys).stream().filter(this::isThere).count());
            Belongings.docker("rm", "-f", theirs, nobodys);
        }
    }

    @Test
    void serviceThatWantsTooManyGetsAsManyAsTheCapAllows() {
        var caps = new Caps(4, 10_000, 1_024);
        try (var live = Live.start(Drafts.cluster().web("web:v1"), at -> at.withCaps(caps))) {
            live.submit("ecs:CreateService", Drafts.service(40, false, ""));
            var stopped = live.awaitStopped();
            assertEquals(
                    "CannotCreateContainerError: ECS Lab runs at most 4 containers on this"
                            + " computer",
                    stopped.containers().getFirst().reason());
            live.await("as many as may", now -> Live.running(now).size() == 4);
        }
    }

    private boolean isThere(String id) {
        try {
            return Belongings.docker("inspect", "--format", "{{.Id}}", id).strip().equals(id);
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String labelled(String image, String owner) throws Exception {
        return Belongings.docker(
                        "create",
                        "--label",
                        "ecslab.owner=" + owner,
                        "--label",
                        "ecslab.host=elsewhere/Linux",
                        "--label",
                        "ecslab.lock=/nowhere/live-aaaaaaaaaaaa.lock",
                        image)
                .strip();
    }

    private static String docker(Live live, String format) {
        try {
            return Belongings.docker(
                            "ps",
                            "-a",
                            "--filter",
                            "label=ecslab.owner=" + live.cluster().ownerId(),
                            "--format",
                            format)
                    .strip();
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
