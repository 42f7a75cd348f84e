package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.HealthAnswers;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.ecs.scenario.MemoryUse;
import ecslab.ecs.scenario.OnSigterm;
import ecslab.ecs.scenario.ProgramEnd;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What users see when something is wrong behind the load balancer (behaviour reference §7.4,
/// §7.6).
class LoadBalancerErrorsTest {

    private static SimInstant at(long second) {
        return SimInstant.ofSeconds(second);
    }

    @Test
    void noRegisteredTargetIs503() {
        var told = Transcript.of(Scenarios.service(0).traffic(5, 0).until(60));
        assertEquals(Map.of("503 noTargets", 300), told.answers(at(0), at(60)));
    }

    @Test
    void drainingTargetsGetNoNewRequests() {
        var told =
                Transcript.of(
                        Scenarios.service(2).traffic(5, 0).at(60, Scenarios.desired(0)).until(90));
        assertEquals(Map.of("503 noTargets", 145), told.answers(at(61), at(90)));
    }

    @Test
    void programThatIsNotUpYetIs502() {
        var told = Transcript.of(late(30).traffic(5, 0).until(60));
        assertEquals(
                List.of("503 noTargets", "502 refused"),
                List.copyOf(told.answers(at(0), at(30)).keySet()));
    }

    /// A service of one whose program takes so many seconds to listen.
    private static Scenarios late(long seconds) {
        var image = Scenarios.image("late:1");
        return Scenarios.demo()
                .image(behaving(image, Duration.ofSeconds(seconds), Duration.ofMillis(40)))
                .setup(Scenarios.register("web", image))
                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                .setup(ServiceDraft.of(1).graceSeconds(60).command());
    }

    private static ImageBehaviour behaving(String uri, Duration startsIn, Duration requestTime) {
        return new ImageBehaviour(
                uri,
                40,
                3,
                startsIn,
                Duration.ofMillis(5),
                requestTime,
                "/",
                new OnSigterm(false, Duration.ofSeconds(1), 0),
                ProgramEnd.NEVER,
                MemoryUse.NONE,
                HealthAnswers.from(startsIn));
    }

    /// Targets that fail their health checks get requests all the same if no other is there.
    @Test
    void loadBalancerFailsOpen() {
        var image = Scenarios.image("sick:1");
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(Scenarios.unhealthy(image))
                                .setup(Scenarios.register("web", image))
                                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                                .setup(ServiceDraft.of(2).graceSeconds(600).command())
                                .traffic(5, 20)
                                .until(80));
        assertEquals(Map.of("200 served", 300), told.answers(at(20), at(80)));
    }

    @Test
    void requestThatItsProgramDoesNotFinishIs502() {
        var image = Scenarios.image("slow:1");
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(
                                        behaving(
                                                image,
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(9)))
                                .setup(Scenarios.register("web", image))
                                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                                .setup(ServiceDraft.of(1).command())
                                .traffic(1, 20)
                                .at(60, Scenarios.stop("web#1"))
                                .until(65));
        assertEquals(
                Map.of("200 served", 1, "502 closed", 7, "503 noTargets", 4),
                told.answers(at(61), at(65)));
    }

    @Test
    void wholeDelayIsLongEnoughForRequestsInFlight() {
        var image = Scenarios.image("slow:1");
        var told =
                Transcript.of(
                        Scenarios.demo()
                                .image(
                                        behaving(
                                                image,
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(9)))
                                .setup(Scenarios.register("web", image))
                                .setup(Scenarios.loadBalancer(Duration.ofSeconds(20)))
                                .setup(ServiceDraft.of(2).command())
                                .traffic(1, 20)
                                .at(60, Scenarios.desired(1))
                                .until(120));
        assertEquals(List.of("200 served"), List.copyOf(told.answers(at(20), at(120)).keySet()));
    }

    @Test
    void nobodyListensBeforeThereIsALoadBalancer() {
        var told = Transcript.of(Scenarios.demo().traffic(2, 0).until(10));
        assertEquals(Map.of("0 noListener", 20), told.answers(at(0), at(10)));
    }

    @Test
    void healthyTargetsTakeTurns() {
        var run = Scenarios.service(3).traffic(10, 20).start();
        run.advanceTo(at(50));
        var answered = new ArrayList<TaskId>();
        for (var event : run.events()) {
            if (event instanceof RequestAnswered answer
                    && answer.route() instanceof Event.Route.To(_, var task)) {
                answered.add(task);
            }
        }
        for (var i = 3; i < answered.size(); i++) {
            assertEquals(answered.get(i - 3), answered.get(i));
        }
        assertEquals(3, answered.stream().distinct().count());
    }

    @Test
    void stoppingOneOfThreeTasksFailsNoRequest() {
        var told =
                Transcript.of(
                        Scenarios.service(3)
                                .traffic(20, 20)
                                .at(60, Scenarios.stop("web#2"))
                                .until(120));
        assertEquals(Map.of("200 served", 2_000), rounded(told.answers(at(20), at(120))));
    }

    /// Within a request or two: those of the last moments are still in flight.
    private static Map<String, Integer> rounded(Map<String, Integer> counts) {
        counts.replaceAll((_, count) -> (count + 5) / 10 * 10);
        return counts;
    }
}
