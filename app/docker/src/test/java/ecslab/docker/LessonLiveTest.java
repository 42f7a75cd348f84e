package ecslab.docker;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ecslab.ecs.Response;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.Goal;
import ecslab.lesson.Step;
import ecslab.lesson.predicate.Judge;
import ecslab.lesson.predicate.Mark;
import ecslab.lesson.predicate.Verdict;
import ecslab.lesson.read.LessonReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What lesson L03 asks a learner to do can be done with real containers, and its own checks, which
/// know nothing of that, say that it is done. Fargate's network interfaces become the task's own
/// network there.
class LessonLiveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeAll
    static void engine() {
        Engines.check();
    }

    @Test
    void lessonOfThePartsOfEcsIsDoneLive() throws Exception {
        var lesson = LessonReader.read(Path.of("../../lessons/L03-anatomy"));
        var checked = 0;
        try (var live = Live.start(lesson.scenario())) {
            for (var step : lesson.steps()) {
                checked += walk(live, step);
            }
            assertTrue(live.cluster().urls().containsKey("front"));
        }
        assertTrue(checked >= 3, "only " + checked + " checks");
        Figures.say("L03 live: " + checked + " goals of its checks hold");
    }

    private static int walk(Live live, Step step) {
        var mark = mark(live);
        var checked = 0;
        var opened = new ArrayList<String>();
        var copied = new ArrayList<String>();
        for (var beat : step.beats()) {
            switch (beat) {
                case Beat.Do act -> {
                    settle(live);
                    act.solution().forEach(one -> act(live, one, opened, copied));
                }
                case Beat.Check check -> {
                    await(live, step, check.all(), mark, opened, copied);
                    checked += check.all().size();
                }
                default -> {}
            }
        }
        return checked;
    }

    /// A learner has watched until all that was asked for is healthy.
    private static void settle(Live live) {
        live.await(
                "all targets are healthy",
                now ->
                        Live.healthy(now).size()
                                == now.services().values().stream()
                                        .filter(service -> !service.loadBalancers().isEmpty())
                                        .mapToInt(service -> service.desiredCount())
                                        .sum());
    }

    private static void act(Live live, Act act, List<String> opened, List<String> copied) {
        switch (act) {
            case Act.Call call -> {
                LockSupport.parkNanos(call.after().toNanos());
                var answer = live.run.submit(call.command());
                assertTrue(answer instanceof Response, answer::toString);
            }
            case Act.Open open -> opened.add(open.part().toString());
            case Act.Copy copy -> copied.add(copy.part().toString());
        }
    }

    private static Mark mark(Live live) {
        live.state();
        return new Mark(live.run.now(), live.run.position());
    }

    private static void await(
            Live live,
            Step step,
            List<Goal> goals,
            Mark begun,
            List<String> opened,
            List<String> copied) {
        var predicates = goals.stream().map(Goal::predicate).toList();
        var judge = new Judge(live.run.header(), predicates, begun, new Mark(SimInstant.START, 0));
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            judge.follow(live.run.events(), mark(live));
            judge.acted(opened, copied);
            if (judge.verdicts().stream().allMatch(Verdict.HOLDS::equals)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        fail(step.key() + ": " + goals + " are " + judge.verdicts() + live.told());
    }
}
