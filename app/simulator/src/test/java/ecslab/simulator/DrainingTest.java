package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.ContainerInstanceStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Behaviour reference §1.5: an instance that takes no more.
class DrainingTest {

    private static final String DRAIN =
            "{\"cluster\": \"demo\", \"containerInstances\": [\"${instance/pool#1}\"], \"status\":"
                    + " \"DRAINING\"}";
    private static final String EC2 = ", \"launchType\": \"EC2\"";

    private static Written world(String percents) {
        return Written.demo()
                .instances("pool", "t3.small", 2)
                .family("web", "bridge", 128, 128, "none")
                .service("1s", "web", 2, EC2 + percents)
                .at("90s", "ecs:UpdateContainerInstancesState", DRAIN);
    }

    /// Minimum 100: the old task lives until its replacement is healthy, 40 seconds after RUNNING.
    @Test
    void replacementComesFirst() {
        var outcome = world("").until("240s");
        var told = outcome.told();
        assertEquals("1m31s PENDING", told.lifeOf("web#3").getFirst());
        var running = told.lifeOf("web#3").get(2);
        assertEquals("1m33.3s RUNNING", running);
        assertTrue(
                told.lifeOf("web#1").contains("2m14.3s STOPPING"), told.lifeOf("web#1")::toString);
        assertEquals(List.of("web#2 pool#2", "web#3 pool#2"), outcome.places());
        assertEquals(ContainerInstanceStatus.DRAINING, outcome.instance("pool#1").status());
        assertEquals(0, outcome.instance("pool#1").runningTasksCount());
    }

    /// Maximum 100: the old task has to stop first.
    @Test
    void oldTaskGoesFirstWhereThereIsNoRoom() {
        var percents =
                ", \"deploymentConfiguration\": {\"minimumHealthyPercent\": 50, \"maximumPercent\":"
                        + " 100}";
        var told = world(percents).until("240s").told();
        assertTrue(told.lifeOf("web#1").contains("1m31s STOPPING"), told.lifeOf("web#1")::toString);
        assertEquals("1m32s PENDING", told.lifeOf("web#3").getFirst());
    }

    @Test
    void standaloneTasksStay() {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .run("1s", "web", 1, EC2)
                        .at("30s", "ecs:UpdateContainerInstancesState", DRAIN)
                        .run("60s", "web", 1, EC2)
                        .until("120s");
        assertEquals(List.of("web#1 pool#1"), outcome.places());
        assertEquals(
                List.of(
                        "InvalidParameterException: No Container Instances were found in your"
                                + " cluster."),
                outcome.refused());
    }

    /// §5.1 Only ACTIVE instances are considered: what is told is what the full one lacks, although
    /// the draining one fails a single check, too.
    @Test
    void drainingInstanceIsNeverTheClosest() {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "t3.small", 2)
                        .family("big", "bridge", 2000, 1900, "none")
                        .at("1s", "ecs:UpdateContainerInstancesState", DRAIN)
                        .run("2s", "big", 1, EC2)
                        .run("3s", "big", 1, EC2)
                        .until("60s");
        assertEquals(List.of("big#1 pool#2"), outcome.places());
        assertEquals(List.of("RESOURCE:MEMORY"), outcome.lacks());
    }

    /// §5.4 To a service a cluster whose instances all drain has none.
    @Test
    void serviceFindsNoInstanceWhereAllDrain() {
        var outcome =
                Written.demo(1, "\"subnets\": \"public\"")
                        .instances("pool", "t3.small", 1)
                        .family("web", "bridge", 128, 128, "none")
                        .at("1s", "ecs:UpdateContainerInstancesState", DRAIN)
                        .service("2s", "web", 1, EC2)
                        .until("60s");
        assertEquals(
                List.of(
                        "3s (service web) was unable to place a task because no container instance"
                                + " met all of its requirements. Reason: No Container Instances"
                                + " were found in your cluster. For more information, see the"
                                + " Troubleshooting section of the Amazon ECS Developer Guide."),
                outcome.told().said());
    }

    @Test
    void pendingServiceTasksStopAtOnce() {
        var told =
                Written.demo()
                        .instances("pool", "t3.small", 2)
                        .family("web", "bridge", 128, 128, "none")
                        .service("1s", "web", 2, EC2)
                        .at("2s500ms", "ecs:UpdateContainerInstancesState", DRAIN)
                        .until("60s")
                        .told();
        assertTrue(told.lifeOf("web#1").contains("3.5s STOPPING"), told.lifeOf("web#1")::toString);
    }

    /// Only from ACTIVE, or back; what is no container instance, or no more, is a failure.
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, '', ACTIVE",
        "DRAINING, '', DRAINING",
        "INACTIVE, InvalidParameterException, ACTIVE",
        "REGISTERING, InvalidParameterException, ACTIVE",
    })
    void statusIsActiveOrDraining(String status, String code, ContainerInstanceStatus then) {
        var live = Live.at("60s", Written.demo().instances("pool", "t3.small", 1));
        var with = DRAIN.replace("DRAINING", status);
        assertEquals(code, live.code("ecs:UpdateContainerInstancesState", with));
        assertEquals(then, live.outcome().instance("pool#1").status());
    }

    @ParameterizedTest
    @CsvSource({"true, INACTIVE", "false, MISSING"})
    void whatTakesNoStateIsAFailure(boolean deregistered, String reason) {
        var live = Live.at("60s", Written.demo().instances("pool", "t3.small", 1));
        var id = deregistered ? live.outcome().instance("pool#1").id() : "0123";
        if (deregistered) {
            live.response(
                    "ecs:DeregisterContainerInstance",
                    "{\"cluster\": \"demo\", \"containerInstance\": \"${instance/pool#1}\"}");
        }
        var answer =
                live.response(
                        "ecs:UpdateContainerInstancesState",
                        DRAIN.replace("${instance/pool#1}", id));
        assertEquals(reason, answer.failures().getFirst().reason());
    }

    @Test
    void backToActiveItTakesTasksAgain() {
        var outcome =
                world("")
                        .at(
                                "4m",
                                "ecs:UpdateContainerInstancesState",
                                DRAIN.replace("DRAINING", "ACTIVE"))
                        .at(
                                "4m10s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\":"
                                        + " 3}")
                        .until("5m");
        assertEquals(List.of("web#2 pool#2", "web#3 pool#2", "web#4 pool#1"), outcome.places());
    }
}
