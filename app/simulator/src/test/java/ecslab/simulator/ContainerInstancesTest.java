package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.ContainerInstanceStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §1.4: what instances register, what tasks reserve of it, and what becomes of
/// them.
class ContainerInstancesTest {

    private static final String EC2 = ", \"launchType\": \"EC2\"";
    private static final String TAIL =
            " For more information, see the Troubleshooting section of the Amazon ECS Developer"
                    + " Guide.";

    @Test
    void registersLessMemoryThanItsNameSays() {
        var one = Written.demo().instances("pool", "m5.large", 1).until("1s").instance("pool#1");
        assertEquals(ContainerInstanceStatus.ACTIVE, one.status());
        assertEquals(2_048, one.registered().cpuUnits());
        assertEquals(7_946, one.registered().memoryMib());
        assertEquals(List.of(22, 2375, 2376, 51678, 51679), one.registered().ports());
        assertEquals("us-east-1a", one.availabilityZone());
    }

    /// 2 × 700 and 3 × 700 CPU units: two fit into 2,048. 2 × 900 MiB: two fit into 1,986.
    @ParameterizedTest
    @CsvSource({
        "700, 100, 3, 648 1786 2, RESOURCE:CPU",
        "100, 900, 3, 1848 186 2, RESOURCE:MEMORY",
        "512, 496, 4, 0 2 2, ''",
        "512, 496, 5, 0 2 2, RESOURCE:MEMORY",
    })
    void tasksReserveWhatTheyAskFor(int cpu, int memory, int count, String left, String reason) {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", cpu, memory, "none")
                        .run("1s", "web", count, EC2)
                        .until("30s");
        assertEquals(left, outcome.left("pool#1"));
        assertEquals(reason.isEmpty() ? List.of() : List.of(reason), outcome.lacks());
    }

    @Test
    void serviceSaysWhoWasClosestAndWhatItLacked() {
        var outcome =
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .family("web", "bridge", 1_500, 100, "none")
                        .service("1s", "web", 3, EC2)
                        .until("60s");
        var id = outcome.instance("pool#1").id();
        assertEquals(
                List.of(
                        "2s (service web) was unable to place a task because no container instance"
                                + " met all of its requirements. The closest matching"
                                + " (container-instance "
                                + id
                                + ") has insufficient CPU units available."
                                + TAIL),
                outcome.told().said("unable"));
        assertEquals(List.of("web#1 pool#1", "web#2 pool#2"), outcome.places());
    }

    @Test
    void everyCandidateIsToldWithItsCheck() {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("small", "t3.micro", 1)
                        .instances("large", "t3.small", 1)
                        .family("web", "bridge", 256, 1_200, "none")
                        .run("1s", "web", 1, EC2)
                        .until("30s");
        assertEquals(
                List.of(
                        "small#1 place.check.memory {left=993, needed=1200}",
                        "large#1 place.chosen {cpu=2048, memory=1986}"),
                outcome.candidates(Kind.PLACE));
    }

    @Test
    void silentAgentGetsNothingButItsTasksGoOn() {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .service("1s", "web", 1, EC2)
                        .at("60s", "lab:DisconnectAgent", "{\"instance\": \"instance/pool#1\"}")
                        .at(
                                "70s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\":"
                                        + " 2}")
                        .at("90s", "lab:ReconnectAgent", "{\"instance\": \"instance/pool#1\"}")
                        .until("120s");
        assertTrue(
                outcome.told()
                        .said("unable")
                        .getFirst()
                        .contains(") encountered error \"AGENT\"." + TAIL));
        assertEquals(List.of("web#1 pool#1", "web#2 pool#1"), outcome.places());
        assertEquals(ContainerInstanceStatus.ACTIVE, outcome.instance("pool#1").status());
    }

    @Test
    void stopThatASilentAgentCannotHearIsDoneWhenItCan() {
        var told =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .run("1s", "web", 1, EC2)
                        .at("20s", "lab:DisconnectAgent", "{\"instance\": \"instance/pool#1\"}")
                        .stop("30s", "web#1")
                        .at("60s", "lab:ReconnectAgent", "{\"instance\": \"instance/pool#1\"}")
                        .until("90s")
                        .told();
        var life = told.lifeOf("web#1");
        assertEquals("30s STOPPING", life.get(life.size() - 2));
        assertEquals("1m0s STOPPED", life.getLast());
    }

    @Test
    void terminatedInstanceEndsItsTasks() {
        var outcome =
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .family("web", "bridge", 128, 128, "none")
                        .service("1s", "web", 2, EC2)
                        .at("60s", "lab:TerminateInstance", "{\"instance\": \"instance/pool#1\"}")
                        .until("120s");
        var ec2 = outcome.instance("pool#1").ec2InstanceId();
        assertEquals(
                "TerminationNotice: Host EC2 (instance " + ec2 + ") terminated.",
                outcome.told().whyStopped("web#1"));
        assertEquals(ContainerInstanceStatus.INACTIVE, outcome.instance("pool#1").status());
        assertEquals(List.of("web#2 pool#2", "web#3 pool#2"), outcome.places());
    }

    @Test
    void deregistrationNeedsForceWhereTasksRun() {
        var deregister = "{\"cluster\": \"demo\", \"containerInstance\": \"${instance/pool#1}\"";
        var outcome =
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .family("web", "bridge", 128, 128, "none")
                        .service("1s", "web", 2, EC2)
                        .at("60s", "ecs:DeregisterContainerInstance", deregister + "}")
                        .at(
                                "61s",
                                "ecs:DeregisterContainerInstance",
                                deregister + ", \"force\": true}")
                        .until("120s");
        assertEquals(
                List.of("InvalidParameterException: Found running tasks on the instance."),
                outcome.refused());
        assertEquals(
                "TerminationNotice: Container instance deregistration forced by user",
                outcome.told().whyStopped("web#1"));
        assertEquals(List.of("web#2 pool#2", "web#3 pool#2"), outcome.places());
    }

    @Test
    void agentTriesUntilItsClusterIsThere() {
        var outcome =
                Written.demo()
                        .setup(
                                "lab:StartInstances",
                                "{\"name\": \"lost\", \"cluster\": \"late\", \"instanceType\":"
                                        + " \"t3.small\"}")
                        .at("40s", "ecs:CreateCluster", "{\"clusterName\": \"late\"}")
                        .until("70s");
        assertEquals("1m0s", outcome.instance("lost#1").registeredAt().toString());
    }
}
