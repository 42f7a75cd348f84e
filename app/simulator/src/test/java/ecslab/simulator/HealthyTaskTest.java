package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a task counts as healthy, and what becomes of one that doesn't (behaviour reference §6.1).
class HealthyTaskTest {

    private static final String STEADY = "(service web) has reached a steady state.";

    private static Scenarios sick(ServiceDraft service) {
        var image = Scenarios.image("sick:1");
        return Scenarios.demo()
                .image(Scenarios.unhealthy(image))
                .setup(Scenarios.register("web", image))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                .setup(service.command());
    }

    /// `AT started|stopped TASKS` in the order in which a service started and stopped them.
    private static List<String> turns(Transcript told) {
        return told.said().stream()
                .filter(line -> line.contains("has started") || line.contains("has stopped"))
                .map(line -> line.replaceAll("\\(service web\\) has (\\w+) .*?: ", "$1 "))
                .map(line -> line.replaceAll("\\(task (.*?)\\)", "$1"))
                .toList();
    }

    @Test
    void taskWithoutHealthChecksIsHealthyAfterFortySecondsInRunning() {
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .setup(Scenarios.register("web", Scenarios.IMAGE))
                                .setup(ServiceDraft.of(1).unbalanced().command())
                                .until(100));
        assertEquals("7.3s RUNNING", told.lifeOf("web#1").getLast());
        assertEquals(List.of("47.3s " + STEADY), told.said("steady"));
    }

    @Test
    void taskBehindALoadBalancerIsHealthyWhenItsTargetIs() {
        var told = Transcript.of(Scenarios.service(1).until(100));
        assertEquals("11.490851s healthy", told.targetsOf("web#1").getLast());
        assertEquals(List.of("11.490851s " + STEADY), told.said("steady"));
    }

    /// The replacement comes first; it is unfit as well, so the older of the two goes, and so on
    /// for ever.
    @Test
    void unhealthyTaskIsReplacedAgainAndAgain() {
        var told = Transcript.of(sick(ServiceDraft.of(1)).until(60));
        assertEquals(
                List.of(
                        "1s started web#1.",
                        "12.490851s started web#2.",
                        "24.105924s stopped web#1.",
                        "25.105924s started web#3.",
                        "38.952658s stopped web#2.",
                        "39.952658s started web#4.",
                        "53.578979s stopped web#3.",
                        "54.578979s started web#5."),
                turns(told));
        assertEquals(List.of(), told.said("steady"));
        assertEquals(List.of(), told.decisions(Kind.THROTTLE));
    }

    @Test
    void withoutRoomForAReplacementTheUnhealthyTaskGoesFirst() {
        var told = Transcript.of(sick(ServiceDraft.of(1).percents(0, 100)).until(40));
        assertEquals(
                List.of(
                        "1s started web#1.",
                        "12.490851s stopped web#1.",
                        "13.490851s started web#2.",
                        "27.337585s stopped web#2.",
                        "28.337585s started web#3."),
                turns(told));
    }

    @Test
    void graceEndsAndTheTaskThatIsStillUnhealthyIsReplaced() {
        var told = Transcript.of(sick(ServiceDraft.of(1).graceSeconds(30)).until(45));
        assertEquals("11.490851s unhealthy", told.targetsOf("web#1").getLast());
        assertEquals(List.of("1s started web#1.", "38.3s started web#2."), turns(told));
    }

    @Test
    void graceIsToldWhileItHolds() {
        var told = Transcript.of(sick(ServiceDraft.of(1).graceSeconds(30)).until(45));
        assertEquals(
                List.of("health.unhealthy", "health.grace"),
                told.decisions(Decision.Kind.HEALTH).stream()
                        .map(line -> line.split(" ")[1])
                        .distinct()
                        .toList());
    }

    @Test
    void slowProgramIsReplacedForEverWithoutAGracePeriodAndNeverWithOne() {
        assertEquals(
                List.of("started web#1.", "started web#2.", "stopped web#1.", "started web#3."),
                turns(Transcript.of(slow(0).until(300))).stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .limit(4)
                        .toList());
        assertEquals(List.of("1s started web#1."), turns(Transcript.of(slow(60).until(300))));
        assertEquals(
                List.of("initial", "unhealthy", "healthy"),
                Transcript.of(slow(60).until(300)).targetsOf("web#1").stream()
                        .map(line -> line.replaceAll(".* ", ""))
                        .toList());
    }

    /// Its program needs half a minute until it listens.
    private static Scenarios slow(int graceSeconds) {
        var image = Scenarios.image("slow:1");
        return Scenarios.demo()
                .image(Scenarios.starting(image, Duration.ofSeconds(30)))
                .setup(Scenarios.register("web", image))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                .setup(ServiceDraft.of(1).graceSeconds(graceSeconds).command());
    }

    /// It takes five passes in a row, so it lasts longer than the first time.
    @Test
    void targetThatRecoversNeedsFivePasses() {
        var told = Transcript.of(slow(600).until(300));
        assertEquals(
                List.of("6.3s initial", "11.490851s unhealthy", "56.490851s healthy"),
                told.targetsOf("web#1"));
        assertEquals(
                List.of(
                        "11.490851s health.unhealthy {count=2} 2 ≥ 2",
                        "11.490851s health.grace {seconds=595}",
                        "56.490851s health.healthy {count=5} 5 ≥ 5"),
                told.decisions(Kind.HEALTH));
    }

    /// While its replacement is on the way it is healthy again: then one too many is there.
    @Test
    void taskThatRecoversInTimeIsNotHeldToBeUnfit() {
        var told = Transcript.of(slow(45).until(300));
        assertEquals(
                List.of("1s started web#1.", "53.3s started web#2."), turns(told).subList(0, 2));
        assertEquals("56.490851s healthy", told.targetsOf("web#1").getLast());
        assertEquals(
                List.of("57.490851s (service web) stopped 1 pending tasks."), told.said("pending"));
    }
}
