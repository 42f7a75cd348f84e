package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Behaviour reference §1.2, §3.1 and §9: tasks that wait in PROVISIONING for an instance, and
/// Fargate Spot that is taken back.
class WaitingTasksTest {

    private static Written provider(int desired) {
        return Written.demo(1, "\"subnets\": \"public\"")
                .setup(
                        "lab:AutoScalingGroup",
                        "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\": \"t3.small\","
                                + " \"desired\": "
                                + desired
                                + ", \"max\": 5}")
                .setup(
                        "ecs:CreateCapacityProvider",
                        "{\"name\": \"p\", \"autoScalingGroupProvider\": {\"autoScalingGroupArn\":"
                                + " \"${autoScalingGroup/asg}\", \"managedScaling\": {\"status\":"
                                + " \"ENABLED\"}}}")
                .setup(
                        "ecs:PutClusterCapacityProviders",
                        "{\"cluster\": \"demo\", \"capacityProviders\": [\"p\", \"FARGATE\","
                                + " \"FARGATE_SPOT\"], \"defaultCapacityProviderStrategy\": []}")
                .family("web", "bridge", 512, 900, "none");
    }

    /// 900 MiB: two on an instance of 1,986. From nothing the first step is two instances.
    @Test
    void waitInProvisioningUntilAnInstanceIsRegistered() {
        var outcome =
                provider(0).run("10s", "web", 3, ClustersTest.strategy("p", 0, 1)).until("240s");
        assertEquals(
                List.of("10s PROVISIONING", "2m40s PENDING"),
                outcome.told().lifeOf("web#1").subList(0, 2));
        assertEquals(
                List.of("web#1 asg#1", "web#2 asg#1", "web#3 asg#2").size(),
                outcome.places().size());
        assertEquals(
                "1m10s capacity.scaleOut {count=2, group=asg} CapacityProviderReservation = 200",
                outcome.told().decisions(Kind.MANAGED_SCALING).getFirst());
    }

    @Test
    void stoppedWhileItWaitsItIsStoppedAtOnce() {
        var told =
                provider(0)
                        .run("10s", "web", 1, ClustersTest.strategy("p", 0, 1))
                        .stop("20s", "web#1")
                        .until("60s")
                        .told();
        assertEquals(List.of("10s PROVISIONING", "20s STOPPED"), told.lifeOf("web#1"));
    }

    @Test
    void spotIsReplacedBySpotOnly() {
        var strategy =
                ", \"capacityProviderStrategy\": [{\"capacityProvider\": \"FARGATE\", \"base\": 1,"
                    + " \"weight\": 1}, {\"capacityProvider\": \"FARGATE_SPOT\", \"weight\": 3}],"
                    + " \"networkConfiguration\": {\"awsvpcConfiguration\": {\"subnets\":"
                    + " [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}}";
        var outcome =
                provider(0)
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                "{\"family\": \"f\", \"networkMode\": \"awsvpc\", \"cpu\": \"256\","
                                    + " \"memory\": \"512\", \"containerDefinitions\": [{\"name\":"
                                    + " \"web\", \"image\": \"web:1\"}]}")
                        .service("10s", "f", 5, strategy)
                        .at("60s", "lab:InterruptFargateSpot", "{}")
                        .until("120s");
        assertEquals(List.of("web#1 FARGATE", "web#2 FARGATE_SPOT"), order(outcome).subList(0, 2));
        assertEquals(List.of("web#1 FARGATE", "web#3 FARGATE"), outcome.places());
        assertEquals(
                "SpotInterruption: Your Spot Task was interrupted.",
                outcome.told().whyStopped("web#2"));
    }

    private static List<String> order(Written.Outcome outcome) {
        var state = outcome.run().snapshot();
        return state.tasks().values().stream()
                .map(task ->
                        state.taskNames().get(task.id()) + " " + task.place().capacityProvider())
                .toList();
    }
}
