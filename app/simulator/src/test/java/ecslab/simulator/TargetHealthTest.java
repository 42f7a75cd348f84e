package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a target becomes healthy, unhealthy and leaves (behaviour reference §7.4, §7.5).
class TargetHealthTest {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static Scenarios sick(int desired) {
        var image = Scenarios.image("sick:1");
        return Scenarios.demo()
                .image(Scenarios.unhealthy(image))
                .setup(Scenarios.register("web", image))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                .setup(ServiceDraft.of(desired).command());
    }

    @Test
    void newTargetNeedsOnePass() {
        var told = Transcript.of(Scenarios.service(1).until(60));
        assertEquals(List.of("6.3s initial", "11.490851s healthy"), told.targetsOf("web#1"));
        assertEquals(
                List.of("fail 1", "pass 1"),
                probesUntil(told.targetsOf("web#1"), Scenarios.service(1)));
    }

    /// `pass n` or `fail n` for each check up to the last change of the target's state.
    private static List<String> probesUntil(List<String> targets, Scenarios scenarios) {
        var run = scenarios.start();
        run.advanceTo(SimInstant.ofSeconds(60));
        var last = targets.getLast().replaceAll("s .*", "s");
        var lines = new ArrayList<String>();
        for (var event : run.events()) {
            if (event instanceof Event.HealthProbe probe) {
                lines.add((probe.passed() ? "pass " : "fail ") + probe.inARow());
                if (probe.at().toString().equals(last)) {
                    return lines;
                }
            }
        }
        return lines;
    }

    @Test
    void twoFailuresInARowMakeItUnhealthy() {
        var told = Transcript.of(sick(1).until(13));
        assertEquals(List.of("6.3s initial", "11.490851s unhealthy"), told.targetsOf("web#1"));
        assertEquals(List.of("fail 1", "fail 2"), probesUntil(told.targetsOf("web#1"), sick(1)));
    }

    @Test
    void firstCheckComesWithinAnInterval() {
        var told = Transcript.of(Scenarios.service(6).until(60));
        for (var n = 1; n <= 6; n++) {
            assertTrue(told.hasHealthyTarget("web#" + n));
        }
        var run = Scenarios.service(6).start();
        run.advanceTo(SimInstant.of(Duration.ofMillis(6_300)).plus(INTERVAL));
        var probed =
                run.events().stream()
                        .filter(e -> e instanceof Event.HealthProbe)
                        .map(e -> ((Event.HealthProbe) e).task())
                        .distinct()
                        .count();
        assertEquals(6, probed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 300})
    void targetDrainsForTheWholeDelayAndSigtermWaitsForIt(int delay) {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .setup(Scenarios.register("web", Scenarios.IMAGE))
                                .setup(Scenarios.loadBalancer(Duration.ofSeconds(delay)))
                                .setup(ServiceDraft.of(1).command())
                                .at(60, Scenarios.desired(0)));
        var end = SimInstant.ofSeconds(61 + delay);
        assertEquals(
                List.of("1m1s draining", end + " unused"), told.targetsOf("web#1").subList(2, 4));
        assertEquals(
                List.of("1m1s DEACTIVATING", end + " STOPPING"),
                told.lifeOf("web#1").subList(4, 6));
    }

    /// Seen in 2019: StopTask doesn't wait for the delay (§3.7).
    @Test
    void taskStoppedByHandGetsSigtermAtOnceButItsTargetDrainsOn() {
        var told = Transcript.of(Scenarios.service(1).at(60, Scenarios.stop("web#1")));
        assertEquals(
                List.of("1m0s draining", "1m20s unused"), told.targetsOf("web#1").subList(2, 4));
        assertEquals(
                List.of("1m0s DEACTIVATING", "1m1s STOPPING"), told.lifeOf("web#1").subList(4, 6));
    }

    @Test
    void drainingTargetIsNoLongerChecked() {
        var run = Scenarios.service(1).at(60, Scenarios.desired(0)).start();
        run.advanceTo(run.header().until());
        var late =
                run.events().stream()
                        .filter(e -> e instanceof Event.HealthProbe)
                        .filter(e -> e.at().isAfter(SimInstant.ofSeconds(61)))
                        .toList();
        assertEquals(List.of(), late);
    }

    @Test
    void stateTellsItsReason() {
        var run = sick(1).start();
        run.advanceTo(SimInstant.ofSeconds(12));
        var target = run.snapshot().targets().values().iterator().next();
        assertEquals(
                List.of(
                        TargetState.UNHEALTHY,
                        "Target.ResponseCodeMismatch",
                        "Health checks failed with these codes: [404]"),
                List.of(target.state(), target.reason(), target.description()));
    }
}
