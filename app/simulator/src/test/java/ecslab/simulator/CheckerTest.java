package ecslab.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.command.TaskCommand;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.ServiceChange;
import ecslab.ecs.event.Event.TargetHealthChange;
import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskStatus;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The [Checker] finds what is wrong: each test falsifies a run that is right.
class CheckerTest {

    private final List<Event> right = events();

    private static List<Event> events() {
        var run =
                Scenarios.service(2)
                        .traffic(2, 0)
                        .at(60, Scenarios.stop("web#1"))
                        .until(120)
                        .start();
        run.advanceTo(run.header().until());
        return List.copyOf(run.events());
    }

    private static boolean isTask(Event event, TaskStatus status) {
        return event instanceof TaskStateChange(_, var task) && task.lastStatus() == status;
    }

    private static boolean isTarget(Event event, TargetState state) {
        return event instanceof TargetHealthChange(_, var target) && target.state() == state;
    }

    /// What the checker says if the first event of a kind is replaced by others.
    private String told(Predicate<Event> which, Function<Event, List<Event>> by) {
        var all = new ArrayList<>(right);
        for (var i = 0; i < all.size(); i++) {
            if (which.test(all.get(i))) {
                var others = by.apply(all.remove(i));
                all.addAll(i, others);
                return String.join("\n", Checker.check(all));
            }
        }
        throw new AssertionError("the run has no such event");
    }

    private static void assertSays(String words, String said) {
        assertTrue(said.contains(words), () -> "should say \"" + words + "\", but said: " + said);
    }

    @Test
    void rightRunBreaksNoRule() {
        assertEquals(List.of(), Checker.check(right));
    }

    @Test
    void stateThatIsSkipped() {
        assertSays(
                "came from PENDING",
                told(event -> isTask(event, TaskStatus.ACTIVATING), _ -> List.of()));
    }

    @Test
    void taskThatLeavesStopped() {
        assertSays(
                "changes after STOPPED",
                told(
                        event -> isTask(event, TaskStatus.STOPPED),
                        event -> {
                            var task = ((TaskStateChange) event).task();
                            var next = task.withVersion(task.version() + 1);
                            return List.of(event, new TaskStateChange(event.at(), next));
                        }));
    }

    @Test
    void versionThatIsLost() {
        assertSays(
                "skips a version",
                told(event -> isTask(event, TaskStatus.PENDING), _ -> List.of()));
    }

    @Test
    void eventThatComesTooLate() {
        assertSays(
                "comes after",
                told(
                        event -> isTask(event, TaskStatus.RUNNING),
                        event -> List.of(event, right.getFirst())));
    }

    @Test
    void targetThatIsForgottenBeforeItsDelay() {
        assertSays(
                "should have drained until",
                told(
                        event -> isTarget(event, TargetState.DRAINING),
                        event -> {
                            var target = ((TargetHealthChange) event).target();
                            var gone =
                                    target.withState(TargetState.UNUSED, Target.NOT_REGISTERED, "");
                            return List.of(event, new TargetHealthChange(event.at(), gone));
                        }));
    }

    @Test
    void requestThatEndsTwice() {
        assertSays(
                "ends twice",
                told(event -> event instanceof RequestAnswered, event -> List.of(event, event)));
    }

    @Test
    void requestThatGoesToADrainingTarget() {
        assertSays(
                "isn't registered",
                told(
                        event -> isTarget(event, TargetState.HEALTHY),
                        event -> {
                            var target = ((TargetHealthChange) event).target();
                            var drains = target.withState(TargetState.DRAINING, "", "");
                            return List.of(event, new TargetHealthChange(event.at(), drains));
                        }));
    }

    @Test
    void countThatIsWrong() {
        assertSays(
                "running: ",
                told(
                        event ->
                                event instanceof ServiceChange(_, var service)
                                        && service.runningCount() == 2,
                        event -> {
                            var service = ((ServiceChange) event).service();
                            return List.of(new ServiceChange(event.at(), service.withCounts(1, 0)));
                        }));
    }

    @Test
    void shrinkerKeepsTheCommandsThatMatter() {
        var seed =
                LongStream.range(0, 100)
                        .filter(each -> stops(Drawn.from(each)) > 3)
                        .findFirst()
                        .orElseThrow();
        var failure =
                assertThrows(
                        AssertionError.class,
                        () -> Shrinker.hold(seed, drawn -> assertTrue(stops(drawn) < 2)));
        var lines = failure.getMessage().lines().toList();
        assertEquals("seed " + seed + " fails with:", lines.getFirst());
        assertEquals(2, lines.stream().filter(line -> line.contains("StopTask")).count());
        assertEquals(4, lines.size());
    }

    private static long stops(Drawn drawn) {
        return drawn.commands().stream()
                .filter(timed -> timed.command() instanceof TaskCommand.StopTask)
                .count();
    }
}
