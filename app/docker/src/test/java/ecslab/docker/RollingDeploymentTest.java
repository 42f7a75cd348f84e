package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.RolloutState;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A rolling deployment while many ask: with draining nobody notices, without it some do.
class RollingDeploymentTest {

    private static final int REQUESTS = 50_000;

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void nothingIsLostWhileTargetsDrain() {
        var scenario = Drafts.cluster().balancer("instance", "5s").web("web:v1");
        try (var live = Live.start(scenario)) {
            live.submit("ecs:CreateService", Drafts.service(4, true, ""));
            live.awaitHealthy(4);
            try (var load = new Load(live.cluster().urls().get("front"), "/", 16)) {
                var before = System.nanoTime();
                deploy(live, Drafts.revision("web", "web:v2", ""));
                Figures.say("rolling deployment of 4 under load", before);
                while (load.requests.sum() < REQUESTS + 5_000) {
                    LockSupport.parkNanos(1_000_000);
                }
                load.end();
                say("rolling deployment, 5 s draining", load);
                assertEquals(0, load.failures.sum());
                assertTrue(load.requests.sum() >= REQUESTS);
            }
            assertEquals(0, live.cluster().failedRequests());
            assertTrue(
                    live.cluster().targetCounts().stream().mapToLong(TargetCount::served).sum()
                            >= REQUESTS);
        }
    }

    /// The program ends at once, the load balancer waits for nothing and tries nothing again: what
    /// was being answered at that moment is lost.
    @Test
    void someIsLostWithoutDraining() {
        var careless = ", 'environment': [{'name': 'DRAIN', 'value': 'off'}]";
        var scenario =
                Drafts.cluster()
                        .balancer("instance", "0s")
                        .setup(
                                "ecs:RegisterTaskDefinition",
                                Drafts.revision("web", "web:v1", careless));
        try (var live = Live.start(scenario, settings -> settings.withRetries(0))) {
            live.submit("ecs:CreateService", Drafts.service(4, true, ""));
            live.awaitHealthy(4);
            try (var load = new Load(live.cluster().urls().get("front"), "/slow?ms=400", 32)) {
                deploy(live, Drafts.revision("web", "web:v2", careless));
                load.end();
                say("rolling deployment, no draining", load);
                assertTrue(load.failures.sum() > 0);
            }
        }
    }

    private static void deploy(Live live, String revision) {
        live.submit("ecs:RegisterTaskDefinition", revision);
        live.submit(
                "ecs:UpdateService",
                "{'cluster': 'demo', 'service': 'web', 'taskDefinition': 'web'}");
        live.await(
                "the deployment is COMPLETED",
                Live.SOON.multipliedBy(2),
                now ->
                        now.services().values().iterator().next().deployments().stream()
                                .allMatch(RollingDeploymentTest::isDone));
    }

    private static boolean isDone(Deployment one) {
        return one.taskDefinition().revision() == 2 && one.rolloutState() == RolloutState.COMPLETED;
    }

    private static void say(String what, Load load) {
        Figures.say(
                what
                        + ": "
                        + load.requests.sum()
                        + " requests, "
                        + load.failures.sum()
                        + " failed");
    }
}
