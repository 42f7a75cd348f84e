package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// §3.1, §5.1: whatever makes room, a task that waits for a capacity provider, or a service that
/// lacks tasks, notices it.
class RoomIsNoticedTest {

    private static final String PROVIDER = ClustersTest.strategy("p", 0, 1);

    /// One instance of 1,986 MiB, which is all that the provider will ever have.
    private static Written one() {
        return Written.demo(1, "\"subnets\": \"public\"")
                .setup(
                        "lab:AutoScalingGroup",
                        "{\"name\": \"asg\", \"cluster\": \"demo\", \"instanceType\": \"t3.small\","
                                + " \"desired\": 1, \"max\": 1}")
                .setup(
                        "ecs:CreateCapacityProvider",
                        "{\"name\": \"p\", \"autoScalingGroupProvider\": {\"autoScalingGroupArn\":"
                                + " \"${autoScalingGroup/asg}\"}}")
                .setup(
                        "ecs:PutClusterCapacityProviders",
                        "{\"cluster\": \"demo\", \"capacityProviders\": [\"p\"],"
                                + " \"defaultCapacityProviderStrategy\": []}")
                .family("large", "bridge", 128, 1500, "none")
                .family("small", "bridge", 128, 256, "none");
    }

    private static String daemon(String family, String attribute) {
        return "{\"cluster\": \"demo\", \"serviceName\": \"d\", \"taskDefinition\": \""
                + family
                + "\", \"schedulingStrategy\": \"DAEMON\", \"placementConstraints\": [{\"type\":"
                + " \"memberOf\", \"expression\": \"attribute:"
                + attribute
                + " exists\"}]}";
    }

    private static void assertHasRoomAfterAMinute(
            Written.Outcome outcome, String task, String since) {
        assertEquals(
                List.of(since + " PROVISIONING", "1m0s PENDING"),
                outcome.told().lifeOf(task).subList(0, 2));
    }

    /// A daemon that can't start keeps room all the same, until it is deleted.
    @Test
    void daemonThatIsDeletedLeavesItsRoomToWaitingTasks() {
        var outcome =
                one().run("10s", "small", 3, PROVIDER)
                        .at("20s", "ecs:CreateService", daemon("large", "ecs.instance-type"))
                        .run("30s", "small", 1, PROVIDER)
                        .at(
                                "60s",
                                "ecs:DeleteService",
                                "{\"cluster\": \"demo\", \"service\": \"d\", \"force\": true}")
                        .until("80s");
        assertHasRoomAfterAMinute(outcome, "small#4", "30s");
    }

    /// So it does with its next revision, if that is smaller.
    @Test
    void daemonThatGetsSmallerDoesAsWell() {
        var outcome =
                one().run("10s", "small", 3, PROVIDER)
                        .at("20s", "ecs:CreateService", daemon("large", "ecs.instance-type"))
                        .run("30s", "small", 1, PROVIDER)
                        .at(
                                "60s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"d\", \"taskDefinition\":"
                                        + " \"small\"}")
                        .until("80s");
        assertHasRoomAfterAMinute(outcome, "small#4", "30s");
    }

    /// A task that was told to stop is no longer in the way of `distinctInstance`.
    @Test
    void taskThatIsToldToStopNoLongerKeepsItsInstanceDistinct() {
        var distinct = ", \"placementConstraints\": [{\"type\": \"distinctInstance\"}]" + PROVIDER;
        var outcome =
                one().run("10s", "small", 1, distinct)
                        .run("20s", "small", 1, distinct)
                        .stop("60s", "small#1")
                        .until("80s");
        assertHasRoomAfterAMinute(outcome, "small#2", "20s");
    }

    @Test
    void serviceFollowsTheTasksThatItWantsToBeBeside() {
        var outcome =
                Written.demo()
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .family("db", "bridge", 128, 128, "none")
                        .service(
                                "5s",
                                "web",
                                1,
                                ", \"launchType\": \"EC2\", \"placementConstraints\": [{\"type\":"
                                        + " \"memberOf\", \"expression\":"
                                        + " \"task:group == family:db\"}]")
                        .run("30s", "db", 1, "")
                        .until("40s");
        assertEquals(List.of("db#1 pool#1", "web#1 pool#1"), outcome.places());
    }

    /// 500 tasks of a cluster may wait; one that no longer does makes room for a service's.
    @Test
    void taskThatNoLongerWaitsLetsAnotherWait() {
        var written = one();
        for (var i = 0; i < 50; i++) {
            written.run("10s", "large", 10, PROVIDER);
        }
        var outcome =
                written.run("11s", "large", 1, PROVIDER)
                        .service("20s", "large", 1, PROVIDER)
                        .stop("60s", "large#500")
                        .until("70s");
        assertEquals(List.of("1m1s PROVISIONING"), outcome.told().lifeOf("web#1").subList(0, 1));
    }
}
