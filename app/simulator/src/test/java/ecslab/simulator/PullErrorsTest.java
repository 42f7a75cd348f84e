package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.ClusterCommand.CreateCluster;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand.LabNetwork;
import ecslab.ecs.command.RoleCommand.AttachRolePolicy;
import ecslab.ecs.command.RoleCommand.DetachRolePolicy;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.event.Decision;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Images that can't be pulled, and what ECS says about them (behaviour reference §3.5, §10.1,
/// §10.4).
class PullErrorsTest {

    private static final String HOST = "111122223333.dkr.ecr.us-east-1.amazonaws.com";

    private static Transcript pull(Scenarios world, String image) {
        return Transcript.of(
                world.setup(Scenarios.register("web", image))
                        .setup(Scenarios.runTask(1))
                        .until(60));
    }

    private static void assertFails(String words, Transcript told) {
        assertEquals("TaskFailedToStart: " + words, told.whyStopped("web#1"));
        assertEquals(List.of("web - " + words), told.exitsOf("web#1"));
        assertEquals(
                List.of(
                        "0s PROVISIONING",
                        "3s PENDING",
                        "7s STOPPING",
                        "7s DEPROVISIONING",
                        "9s STOPPED"),
                told.lifeOf("web#1"));
    }

    /// The image of the sample `platform-task.json`: without a registry's name it means Docker Hub.
    @Test
    void nameWithoutARegistryIsAskedForAtDockerHub() {
        assertFails(
                "CannotPullContainerError: The task can't pull the image. Check whether the image"
                        + " exists. Error response from daemon: pull access denied for"
                        + " platform-docker-image, repository does not exist or may require 'docker"
                        + " login': denied: requested access to the resource is denied",
                pull(Scenarios.demo(), "platform-docker-image:latest"));
    }

    @ParameterizedTest
    @CsvSource({HOST + "/web:99", HOST + "/nothing:1", "public.ecr.aws/nginx/nginx:0"})
    void imageThatARegistryDoesNotHaveIsNotFound(String image) {
        assertFails(
                "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed"
                        + " to resolve ref "
                        + image
                        + ": "
                        + image
                        + ": not found",
                pull(Scenarios.demo(), image));
    }

    @Test
    void executionRoleWithoutThePolicyIsDenied() {
        var world =
                Scenarios.demo().setup(new DetachRolePolicy(Scenarios.ROLE, Scenarios.PULL_POLICY));
        var told = pull(world, Scenarios.IMAGE);
        assertFails(
                "CannotPullContainerError: The task can't pull the image. Check that the role has"
                    + " the permissions to pull images from the registry. Error response from"
                    + " daemon: pull access denied for web, repository does not exist or may"
                    + " require 'docker login': denied: User:"
                    + " arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/web#1 is not"
                    + " authorized to perform: ecr:GetAuthorizationToken on resource: * because no"
                    + " identity-based policy allows the ecr:GetAuthorizationToken action",
                told);
        assertEquals(
                List.of(
                        "3s pull.denied {action=ecr:GetAuthorizationToken,"
                                + " role=ecsTaskExecutionRole}"),
                told.decisions(Decision.Kind.PULL));
    }

    @Test
    void policyThatIsAttachedAgainLetsTheNextTaskPull() {
        var told =
                pull(
                        Scenarios.demo()
                                .setup(new DetachRolePolicy(Scenarios.ROLE, Scenarios.PULL_POLICY))
                                .at(20, new AttachRolePolicy(Scenarios.ROLE, Scenarios.PULL_POLICY))
                                .at(30, Scenarios.runTask(1)),
                        Scenarios.IMAGE);
        assertEquals(List.of(false, true), List.of(told.hasRun("web#1"), told.hasRun("web#2")));
    }

    @Test
    void privateSubnetHasNoWayToTheRegistry() {
        var network = new LabNetwork(List.of("us-east-1a", "us-east-1b"), false);
        assertFails(noRoute(), pull(Scenarios.bare(network), Scenarios.IMAGE));
    }

    /// In a public subnet it takes an address of one's own to use its way out (§4.1).
    @Test
    void taskWithoutAPublicAddressHasNoWayToTheRegistry() {
        var run =
                new RunTask(
                        Given.of("demo"),
                        "web",
                        Given.absent(),
                        Given.of("FARGATE"),
                        List.of(),
                        Given.of(ServiceDraft.network("ab", false)),
                        Given.absent(),
                        Given.absent(),
                        TaskOverride.NONE,
                        Unmodelled.NOTHING);
        assertFails(
                noRoute(),
                Transcript.of(
                        Scenarios.demo()
                                .setup(Scenarios.register("web", Scenarios.IMAGE))
                                .setup(new CreateCluster(Given.of("demo"), Unmodelled.NOTHING))
                                .setup(run)
                                .until(60)));
    }

    private static String noRoute() {
        return "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to"
                + " resolve ref "
                + HOST
                + "/web:1: failed to do request: Head \"https://"
                + HOST
                + "/v2/web/manifests/1\": dial tcp: i/o timeout";
    }

    @Test
    void oneImageThatFailsStopsTheWholeTask() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .setup(Scenarios.pair("web", Scenarios.IMAGE, "nowhere:1"))
                                .setup(Scenarios.runTask(1))
                                .until(60));
        assertEquals(
                List.of("web -", "sidecar - " + told.whyStopped("web#1").substring(19)),
                told.exitsOf("web#1"));
        assertEquals(
                List.of(
                        "0s PROVISIONING",
                        "3s PENDING",
                        "8.5s STOPPING",
                        "8.5s DEPROVISIONING",
                        "10.5s STOPPED"),
                told.lifeOf("web#1"));
    }
}
