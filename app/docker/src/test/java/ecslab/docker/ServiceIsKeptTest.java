package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A service of real containers is kept as it was asked for.
class ServiceIsKeptTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void killedContainerIsReplaced() {
        var scenario = Drafts.cluster().balancer("instance", "1s").web("web:v1");
        try (var live = Live.start(scenario)) {
            live.submit("ecs:CreateService", Drafts.service(5, true, ""));
            live.awaitRunning(5);
            live.awaitHealthy(5);
            var victim = Live.running(live.state()).getFirst();
            var before = System.nanoTime();
            live.submit(
                    "lab:KillContainer",
                    "{'task': '" + victim.id() + "', 'container': 'web', 'exitCode': 137}");
            live.await("the task has stopped", now -> now.tasks().get(victim.id()).isStopped());
            live.await(
                    "five run again, without it",
                    now ->
                            Live.running(now).size() == 5
                                    && Live.running(now).stream()
                                            .noneMatch(t -> t.id().equals(victim.id())));
            Figures.say("service of 5, one killed, 5 RUNNING again", before);
            live.awaitHealthy(5);
            Figures.say("service of 5, one killed, 5 healthy again", before);
            var stopped = live.state().tasks().get(victim.id());
            assertEquals(new Exit.Code(137), stopped.containers().getFirst().exit());
            assertEquals(
                    new Stop.Asked(
                            StopCode.ESSENTIAL_CONTAINER_EXITED,
                            "Essential container in task exited"),
                    stopped.stop());
        }
    }
}
