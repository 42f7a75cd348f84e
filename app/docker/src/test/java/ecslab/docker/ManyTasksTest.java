package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.model.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Many at once, and what is left behind afterwards: nothing.
class ManyTasksTest {

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void fiftyTasksRunAtOnceAndLeaveNothing() throws Exception {
        var before = Belongings.now();
        var began = System.nanoTime();
        try (var live = Live.start(Drafts.cluster().web("web:v1"))) {
            Figures.say("live cluster started", began);
            var asked = System.nanoTime();
            for (var i = 0; i < 5; i++) {
                live.submit(
                        "ecs:RunTask",
                        "{'cluster': 'demo', 'taskDefinition': 'web', 'launchType': 'EC2',"
                                + " 'count': 10}");
            }
            live.awaitRunning(50);
            Figures.say("50 tasks RUNNING", asked);
            var stopped = System.nanoTime();
            for (var task : Live.running(live.state())) {
                live.submit("ecs:StopTask", "{'cluster': 'demo', 'task': '" + task.id() + "'}");
            }
            live.await(
                    "all have stopped",
                    now -> now.tasks().values().stream().allMatch(Task::isStopped));
            Figures.say("50 tasks STOPPED", stopped);
            live.submit("ecs:CreateService", Drafts.service(50, false, ""));
            live.awaitRunning(50);
            began = System.nanoTime();
        }
        Figures.say("closed with 50 tasks running, all removed", began);
        assertEquals(before, Belongings.now());
    }

    @Test
    void volumesAndNetworkHoldersAreRemovedWithTheirTask() throws Exception {
        var before = Belongings.now();
        try (var live = Live.start(Drafts.cluster().fargate("web:v1"))) {
            var with = Belongings.now();
            live.submit("ecs:RunTask", Drafts.runFargate(1));
            live.awaitRunning(1);
            var task = Live.running(live.state()).getFirst();
            live.submit("ecs:StopTask", "{'cluster': 'demo', 'task': '" + task.id() + "'}");
            live.await("it has stopped", now -> now.tasks().get(task.id()).isStopped());
            assertEquals(with, Belongings.now());
        }
        assertEquals(before, Belongings.now());
    }
}
