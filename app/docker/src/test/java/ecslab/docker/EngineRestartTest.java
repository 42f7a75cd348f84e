package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.ContainerInstance;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The Docker engine is killed while a service runs on it, and started again.
class EngineRestartTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void serviceIsThereAgainAfterTheEngine() throws Exception {
        try (var dockerd = OwnDockerd.start()) {
            var scenario = Drafts.cluster().balancer("instance", "1s").web("web:v1");
            try (var live = Live.start(scenario, at -> at.withEndpoint(dockerd.endpoint()))) {
                live.submit("ecs:CreateService", Drafts.service(3, true, ""));
                live.awaitHealthy(3);
                var first = Live.running(live.state());
                dockerd.kill();
                live.await(
                        "the agent isn't heard",
                        now -> !connected(now.capacity().containerInstances()));
                assertFalse(live.cluster().isEngineThere());
                live.submit(
                        "ecs:UpdateService",
                        "{'cluster': 'demo', 'service': 'web', 'desiredCount': 4}");
                dockerd.startAgain();
                var back = System.nanoTime();
                live.await(
                        "the agent is heard",
                        now -> connected(now.capacity().containerInstances()));
                Figures.say("engine killed and started: agent heard again", back);
                live.await(
                        "four others run",
                        now ->
                                Live.running(now).size() == 4
                                        && Live.running(now).stream().noneMatch(first::contains)
                                        && Live.healthy(now).size() == 4);
                Figures.say("engine killed and started: service complete and healthy", back);
                assertTrue(live.cluster().isEngineThere());
            }
            try (var left = new DockerEngine(dockerd.endpoint())) {
                assertEquals(0, left.containers(Labels.OWNER).size());
                assertEquals(0, left.images().size());
            }
        }
    }

    private static boolean connected(Map<String, ContainerInstance> instances) {
        return instances.values().stream().allMatch(ContainerInstance::agentConnected);
    }
}
