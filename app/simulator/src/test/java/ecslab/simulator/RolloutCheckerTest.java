package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.ServiceChange;
import ecslab.ecs.event.Event.ServiceDeploymentChange;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.simulator.check.Checker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The [Checker] finds a service that starts too little or stops the wrong tasks, a grace period
/// that is ignored, failures that are miscounted and rollbacks that go astray: each test falsifies
/// a run that is right.
class RolloutCheckerTest {

    private static List<Event> right(Written written, String until) {
        var events = List.copyOf(written.until(until).run().events());
        assertEquals(List.of(), Checker.check(events));
        return events;
    }

    private static List<Event> ofTasks(List<Event> events, UnaryOperator<Task> by) {
        return each(
                events,
                event ->
                        event instanceof TaskStateChange(var at, var task)
                                ? new TaskStateChange(at, by.apply(task))
                                : event);
    }

    private static List<Event> ofServices(List<Event> events, UnaryOperator<Service> by) {
        return each(
                events,
                event ->
                        event instanceof ServiceChange(var at, var service)
                                ? new ServiceChange(at, by.apply(service))
                                : event);
    }

    private static List<Event> each(List<Event> events, Function<Event, Event> by) {
        return events.stream().map(by).toList();
    }

    private static List<Event> without(List<Event> events, Predicate<Event> which) {
        return events.stream().filter(which.negate()).toList();
    }

    /// @param told what is told instead of a count
    private static List<Event> failedTasks(List<Event> events, IntUnaryOperator told) {
        return ofServices(
                events,
                service ->
                        service.withDeployments(
                                service.deployments().stream()
                                        .map(one ->
                                                one.withFailedTasks(
                                                        told.applyAsInt(one.failedTasks()),
                                                        one.updatedAt()))
                                        .toList()));
    }

    private static void assertSays(String words, List<Event> events) {
        var said = String.join("\n", Checker.check(events));
        assertTrue(said.contains(words), () -> "should say \"" + words + "\", but said: " + said);
    }

    @Test
    void serviceThatStaysOneTaskShort() {
        var right = right(Deploying.plain(Deploying.world("web:1"), 3, ""), "60s");
        var last = tasks(right).stream().filter(task -> task.version() == 1).toList().getLast();
        assertSays(
                "demo/web could start 1 tasks",
                without(
                        right,
                        event ->
                                event instanceof TaskStateChange(_, var task)
                                        && task.id().equals(last.id())));
    }

    private static List<Task> tasks(List<Event> events) {
        return events.stream()
                .filter(TaskStateChange.class::isInstance)
                .map(event -> ((TaskStateChange) event).task())
                .toList();
    }

    /// Nothing is said of an engine that says itself why it starts nothing.
    @Test
    void serviceThatSaysWhyItIsShortIsLeftAlone() {
        var noRoom =
                Written.demo()
                        .instances("small", "t3.small", 1)
                        .family("web", "bridge", 1_500, 500, "none")
                        .service("1s", "web", 3, ", \"launchType\": \"EC2\"");
        right(noRoom, "120s");
        right(Deploying.plain(Deploying.world("broken:1"), 2, ""), "600s");
    }

    @Test
    void replacementWithinTheGracePeriod() {
        var right = right(Deploying.balanced(Deploying.world("sick:1"), 1, ""), "60s");
        assertSays(
                "although its grace period ends at",
                ofServices(
                        right,
                        service ->
                                service.withSettings(
                                        service.deploymentConfiguration(),
                                        Duration.ofSeconds(600),
                                        service.unmodelled())));
    }

    /// Two more are wanted, and a second later one less: the one that goes still starts.
    @Test
    void runningTaskThatGoesBeforeOneThatStarts() {
        var world = Deploying.plain(Deploying.world("web:1"), 2, "");
        Deploying.update(world, "60s", "\"desiredCount\": 4");
        Deploying.update(world, "62s", "\"desiredCount\": 3");
        var right = right(world, "90s");
        var asked =
                right.stream()
                        .filter(event ->
                                event instanceof TaskStateChange(_, var task)
                                        && task.stop() instanceof Stop.Asked)
                        .findFirst()
                        .map(TaskStateChange.class::cast)
                        .orElseThrow();
        var before = right.subList(0, right.indexOf(asked));
        var runs =
                tasks(before).stream()
                        .filter(task -> task.lastStatus() == TaskStatus.RUNNING)
                        .findFirst()
                        .orElseThrow();
        var wrong = new ArrayList<>(before);
        wrong.add(new TaskStateChange(asked.at(), runs.withStop(asked.task().stop())));
        assertSays("which hasn't started", wrong);
    }

    @Test
    void failureThatNobodyHad() {
        var right =
                right(Deploying.plain(Deploying.world("broken:1"), 1, Deploying.ROLLBACK), "60s");
        assertSays("counts 2 of 1", failedTasks(right, failed -> 2 * failed));
    }

    /// One has failed, then two have: as if the second had never been.
    @Test
    void failuresThatAreForgottenThoughNobodyIsHealthy() {
        var right =
                right(Deploying.plain(Deploying.world("broken:1"), 1, Deploying.ROLLBACK), "60s");
        assertSays("forgets failures", failedTasks(right, failed -> failed == 1 ? 1 : 0));
    }

    @Test
    void failuresThatAreRememberedThoughATaskIsHealthy() {
        var right = right(Deploying.plain(Deploying.world("web:1"), 2, ""), "60s");
        assertSays("remembers failures", failedTasks(right, _ -> 1));
    }

    @Test
    void failureThatIsNotCounted() {
        var right =
                right(Deploying.plain(Deploying.world("broken:1"), 1, Deploying.ROLLBACK), "20s");
        assertSays("counts too few of 1", failedTasks(right, _ -> 0));
    }

    private static List<Event> rolledBack() {
        var world = Deploying.world("web:1", "broken:1");
        return right(
                Deploying.revision(Deploying.plain(world, 2, Deploying.ROLLBACK), "60s", 2),
                "200s");
    }

    @Test
    void failedDeploymentThatIsNotRolledBack() {
        assertSays(
                "fails and isn't rolled back",
                without(
                        rolledBack(),
                        event ->
                                event instanceof ServiceDeploymentChange(_, var one)
                                        && !one.rollbackRevision().isEmpty()));
    }

    @Test
    void rollbackToWhatHasFailed() {
        assertSays(
                "goes back to what never succeeded",
                each(
                        rolledBack(),
                        event ->
                                event instanceof ServiceDeploymentChange(var at, var one)
                                                && !one.rollbackRevision().isEmpty()
                                        ? new ServiceDeploymentChange(
                                                at,
                                                one.withRollback(
                                                        one.rollbackReason(), one.targetRevision()))
                                        : event));
    }

    /// The service says that it was rolled back, and is somewhere else.
    @Test
    void rollbackThatEndsOnTheDeploymentThatFailed() {
        var events = rolledBack();
        var failed =
                events.stream()
                        .filter(ServiceDeploymentChange.class::isInstance)
                        .map(event -> ((ServiceDeploymentChange) event).deployment())
                        .reduce((_, last) -> last)
                        .orElseThrow()
                        .targetRevision();
        var wrong = new ArrayList<>(events);
        var last =
                events.stream()
                        .filter(ServiceChange.class::isInstance)
                        .map(ServiceChange.class::cast)
                        .reduce((_, later) -> later)
                        .orElseThrow();
        var service = last.service();
        wrong.add(
                new ServiceChange(
                        events.getLast().at(),
                        service.withDeployments(
                                service.deployments().stream()
                                        .map(one -> renamed(one, failed))
                                        .toList())));
        assertSays("isn't where it was rolled back to", wrong);
    }

    private static Deployment renamed(Deployment one, String revision) {
        return new Deployment(
                Deployment.ID_PREFIX + revision,
                one.status(),
                one.taskDefinition(),
                one.desiredCount(),
                one.pendingCount(),
                one.runningCount(),
                one.failedTasks(),
                one.rolloutState(),
                one.rolloutStateReason(),
                one.createdAt(),
                one.updatedAt());
    }

    @Test
    void secondTaskOfADaemon() {
        var right =
                right(
                        Written.demo()
                                .family("agent", "bridge", 500, 200, "none")
                                .instances("pool", "t3.small", 2)
                                .at(
                                        "1s",
                                        "ecs:CreateService",
                                        "{\"cluster\": \"demo\", \"serviceName\": \"agent\","
                                                + " \"taskDefinition\": \"agent\","
                                                + " \"launchType\": \"EC2\","
                                                + " \"schedulingStrategy\": \"DAEMON\"}"),
                        "60s");
        var place = tasks(right).getFirst().place();
        assertSays(
                "demo/agent has a second task on", ofTasks(right, task -> task.withPlace(place)));
    }
}
