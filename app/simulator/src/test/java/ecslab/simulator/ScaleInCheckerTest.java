package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ServiceDeploymentChange;
import ecslab.ecs.event.Event.TaskProtectionChange;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.Stop;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The [Checker] finds a protected task that is stopped, a victim from the wrong group, and a
/// circuit breaker that doesn't trip: each test falsifies a run that is right.
class ScaleInCheckerTest {

    private static List<Event> scaledIn() {
        return Written.demo()
                .setup("lab:StartInstances", instances("a"))
                .setup("lab:StartInstances", instances("b"))
                .family("web", "bridge", 128, 128, "none")
                .service("1s", "web", 4, ", \"launchType\": \"EC2\"")
                .at(
                        "60s",
                        "ecs:UpdateService",
                        "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": 2}")
                .until("90s")
                .run()
                .events();
    }

    private static String instances(String zone) {
        return "{\"name\": \"%\", \"cluster\": \"demo\", \"instanceType\": \"t3.small\","
                        .replace("%", zone)
                + " \"subnets\": [\"${subnet/%}\"]}".replace("%", zone);
    }

    private static List<Event.TaskStateChange> stops(List<Event> events) {
        return events.stream()
                .filter(event ->
                        event instanceof Event.TaskStateChange(_, var task)
                                && task.stop() instanceof Stop.Asked
                                && task.isLeaving())
                .map(event -> (Event.TaskStateChange) event)
                .toList();
    }

    private static void assertSays(String words, List<Event> events) {
        var said = String.join("\n", Checker.check(events));
        assertTrue(said.contains(words), () -> "should say \"" + words + "\", but said: " + said);
    }

    @Test
    void protectedTaskThatIsStopped() {
        var right = scaledIn();
        assertEquals(List.of(), Checker.check(right));
        var victim = stops(right).getFirst();
        var wrong = new ArrayList<>(right);
        wrong.add(
                right.indexOf(victim),
                new TaskProtectionChange(
                        victim.at(),
                        new ProtectedTask(victim.task().id(), true, SimInstant.ofSeconds(7_200))));
        assertSays("stops a protected task", wrong);
    }

    /// Both victims from one zone, and none from the other.
    @Test
    void victimFromTheWrongGroup() {
        var right = scaledIn();
        var first = stops(right).getFirst().task();
        var second =
                stops(right).stream()
                        .filter(one -> !one.task().id().equals(first.id()))
                        .findFirst()
                        .orElseThrow();
        var last =
                right.stream()
                        .filter(Event.TaskStateChange.class::isInstance)
                        .map(event -> ((Event.TaskStateChange) event).task())
                        .filter(one -> !one.id().equals(first.id()))
                        .filter(one -> one.availabilityZone().equals(first.availabilityZone()))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        var wrong = new ArrayList<>(right.subList(0, right.indexOf(second)));
        wrong.add(new Event.TaskStateChange(second.at(), last.withStop(second.task().stop())));
        assertSays("would have", wrong);
    }

    @Test
    void circuitBreakerThatDoesNotTrip() {
        var right =
                Deploying.plain(Deploying.world("broken:1"), 2, Deploying.ROLLBACK)
                        .until("200s")
                        .run()
                        .events();
        assertEquals(List.of(), Checker.check(right));
        var wrong = new ArrayList<Event>();
        for (var event : right) {
            var stays =
                    !(event instanceof ServiceDeploymentChange(_, var one))
                            || one.circuitBreaker().count() < 2;
            wrong.add(
                    stays
                            ? event
                            : new ServiceDeploymentChange(
                                    event.at(), untripped((ServiceDeploymentChange) event)));
        }
        assertSays("circuit breaker is", wrong);
    }

    private static ServiceDeployment untripped(ServiceDeploymentChange change) {
        var told = change.deployment().circuitBreaker();
        return change.deployment()
                .withCircuitBreaker(
                        new Monitor(
                                MonitorStatus.MONITORING,
                                told.count(),
                                told.threshold(),
                                List.of()));
    }
}
