package ecslab.simulator;

import static ecslab.simulator.Balanced.answers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.UtilizationReport;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.TargetState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Programs that stand still, and CPU that something else burns: the same in a simulated run as in
/// a live one.
class StandstillTest {

    @Test
    void frozenTaskAnswersNobodyAndItsHealthCheckTimesOut() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:Freeze", "{\"of\": \"task/web#1\"}")
                        .until("150s")
                        .play();
        assertEquals(
                Set.of("200 served", "504 " + RequestCause.TOO_SLOW.word()), answers(run).keySet());
        var target = run.snapshot().targets().values().iterator().next();
        assertEquals("Target.Timeout", target.reason());
        assertEquals(
                List.of(Fault.Kind.FROZEN),
                run.snapshot().faults().values().stream().map(Fault::kind).toList());
    }

    @Test
    void taskThatGoesOnIsHealthyAgain() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:Freeze", "{\"of\": \"task/web#1\"}")
                        .at("60s", "lab:Thaw", "{\"of\": \"task/web#1\"}")
                        .until("150s")
                        .play();
        var target = run.snapshot().targets().values().iterator().next();
        assertEquals(TargetState.HEALTHY, target.state());
        assertTrue(run.snapshot().faults().isEmpty());
    }

    @Test
    void frozenTaskThatIsToldToStopGoesOnAndStops() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:Freeze", "{\"of\": \"task/web#1\"}")
                        .at(
                                "55s",
                                "ecs:UpdateService",
                                "{\"cluster\": \"demo\", \"service\": \"web\","
                                        + " \"desiredCount\": 0}")
                        .until("400s")
                        .play();
        assertTrue(run.snapshot().tasks().values().stream().allMatch(task -> task.isStopped()));
    }

    @Test
    void burningCpuIsAllThatATaskReserves() {
        var run =
                new Balanced()
                        .service("web", 1)
                        .at("50s", "lab:BurnCpu", "{\"of\": \"task/web#1\"}")
                        .at("100s", "lab:StopBurn", "{\"of\": \"task/web#1\"}")
                        .until("150s")
                        .play();
        assertEquals(1_000, permilleAt(run, 90));
        assertTrue(permilleAt(run, 140) < 1_000);
    }

    private static int permilleAt(SimulatedRun run, int second) {
        return run.events().stream()
                .filter(UtilizationReport.class::isInstance)
                .map(UtilizationReport.class::cast)
                .filter(one -> one.at().micros() <= second * 1_000_000L)
                .reduce((_, last) -> last)
                .orElseThrow()
                .cpuPermille();
    }
}
