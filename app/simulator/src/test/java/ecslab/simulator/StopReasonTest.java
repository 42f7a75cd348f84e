package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.StopTask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `stopCode` and `stoppedReason`, letter for letter (behaviour reference §3.4).
class StopReasonTest {

    private static final String SCALING =
            "ServiceSchedulerInitiated: Scaling activity initiated by (deployment ecs-svc/N)";

    @Test
    void userGivesAReason() {
        var told = Transcript.of(Scenarios.service(1).at(60, Scenarios.stop("web#1")));
        assertEquals("UserInitiated: just to see", told.whyStopped("web#1"));
    }

    @Test
    void userGivesNoReason() {
        var stop = new StopTask(Given.of("demo"), "${task/web#1}", Given.absent());
        var told = Transcript.of(Scenarios.service(1).at(60, stop));
        assertEquals("UserInitiated: Task stopped by user", told.whyStopped("web#1"));
    }

    @Test
    void serviceScalesIn() {
        var told = Transcript.of(Scenarios.service(1).at(60, Scenarios.desired(0)));
        assertEquals(SCALING, told.whyStopped("web#1"));
    }

    @Test
    void newDeploymentReplacesTheTask() {
        var told =
                Transcript.of(
                        Scenarios.service(1)
                                .setup(Scenarios.register("web", Scenarios.IMAGE))
                                .at(60, Scenarios.revision("web:2")));
        assertEquals(SCALING, told.whyStopped("web#1"));
        assertEquals("not asked", told.whyStopped("web#2"));
    }

    @Test
    void taskFailsItsHealthChecks() {
        var sick = Scenarios.image("sick:1");
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Scenarios.unhealthy(sick))
                                .setup(Scenarios.register("web", sick))
                                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                                .setup(ServiceDraft.of(1).command())
                                .until(60));
        assertEquals(
                "ServiceSchedulerInitiated: Task failed ELB health checks in (target-group TG/web)",
                told.whyStopped("web#1"));
    }

    @Test
    void taskThatNeverStartedTellsWhy() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .setup(Scenarios.register("web", "nowhere:1"))
                                .setup(Scenarios.runTask(1))
                                .until(60));
        assertEquals(
                "TaskFailedToStart: "
                        + told.exitsOf("web#1").getFirst().substring("web - ".length()),
                told.whyStopped("web#1"));
    }

    @Test
    void firstReasonStays() {
        var told =
                Transcript.of(
                        Scenarios.service(1)
                                .at(60, Scenarios.desired(0))
                                .at(62, Scenarios.stop("web#1")));
        assertEquals(SCALING, told.whyStopped("web#1"));
        assertEquals(List.of("web 0"), told.exitsOf("web#1"));
    }
}
