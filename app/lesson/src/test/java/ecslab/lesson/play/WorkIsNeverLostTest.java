package ecslab.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Answer.Written;
import ecslab.lesson.Beat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Going back, going elsewhere and stopping leave everything as it was.
class WorkIsNeverLostTest {

    private final Learner learner = Learner.atTheBeginning();

    @Test
    void goingBackIsOnlyLooking() {
        learner.goTo("step.5 do");
        learner.update(4);
        learner.rehearsal().playTo(SimInstant.ofSeconds(63));
        var before = learner.state();
        learner.player().back();
        assertEquals(SimInstant.ofSeconds(30), learner.rehearsal().run().now());
        assertEquals("step.5.steady", learner.state().beat().say());
        learner.player().back();
        learner.player().back();
        assertEquals("step.1.cost.ask", learner.state().beat().say());
        learner.player().goTo(0);
        assertEquals(learner.state(), learner.player().back());

        for (var i = 0; i < 4; i++) {
            learner.player().next();
        }
        assertEquals(SimInstant.ofSeconds(63), learner.rehearsal().run().now());
        assertEquals(List.of(), learner.state().attempts());
        assertEquals(before.place(), learner.state().place());
        assertEquals(before.goals(), learner.state().goals());
        learner.rehearsal().play();
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void actingInThePastKeepsWhatWasDone() {
        learner.goTo("step.7 label");
        var before = learner.player().journey().present();
        learner.player().goTo(1);
        learner.player().next();
        learner.player().next();
        assertInstanceOf(Beat.Do.class, learner.state().beat());
        learner.update(6);
        assertEquals(List.of(before.withPlace(new Place(1, 2))), learner.state().attempts());
        assertEquals(StepProgress.AHEAD, learner.state().steps().get(2));
        learner.rehearsal().play();
        assertTrue(learner.state().canGoOn());
        assertEquals(2, learner.player().journey().present().number());

        learner.player().takeUp(1);
        assertEquals(1, learner.state().take().commands().size());
        assertEquals(before.at(), learner.rehearsal().run().now());
        assertEquals(1, learner.state().attempts().size());
    }

    @Test
    void actingAfterTheTransportWentBackKeepsWhatWasDone() {
        learner.goTo("step.5 do");
        learner.update(4);
        learner.rehearsal().playTo(SimInstant.ofSeconds(64));
        learner.rehearsal().run().seek(SimInstant.ofSeconds(62));
        learner.rehearsal().look();
        learner.update(5);
        assertEquals(1, learner.state().attempts().size());
        assertEquals(2, learner.player().journey().present().commands().size());
        assertInstanceOf(Beat.Do.class, learner.state().beat());
        learner.rehearsal().play();
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void actingBeforeTheBeatBeganGoesBackToTheBeatOfThatMoment() {
        learner.goTo("step.5 do");
        learner.rehearsal().run().seek(SimInstant.ofSeconds(40));
        learner.rehearsal().look();
        learner.update(5);
        assertEquals("step.5.steady", learner.state().beat().say());
        assertEquals(1, learner.state().attempts().size());
    }

    @Test
    void replayingWithoutWorkKeepsNoAttempt() {
        learner.player().replay();
        assertEquals(List.of(), learner.state().attempts());
    }

    @Test
    void skippingDoesWhatTheModelDoesAndSaysSo() {
        learner.goTo("step.5 do");
        learner.player().skip();
        assertEquals(new Standing.Skipped(), learner.state().standing());
        assertInstanceOf(Beat.Check.class, learner.state().beat());
        assertEquals(1, learner.state().take().commands().size());
        assertEquals(
                4,
                learner.rehearsal()
                        .run()
                        .snapshot()
                        .services()
                        .values()
                        .iterator()
                        .next()
                        .runningCount());
        assertEquals(StepProgress.SKIPPED, learner.state().steps().get(1));
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void everyBeatCanBeSkipped() {
        var skips = 0;
        while (!learner.state().isFinished()) {
            if (!learner.state().canGoOn()) {
                learner.player().skip();
                skips++;
            }
            assertTrue(learner.state().canGoOn(), () -> learner.state().toString());
            learner.player().next();
        }
        assertEquals(10, skips);
    }

    @Test
    void lessonGoesOnExactlyWhereItWasLeft() {
        learner.goTo("step.5 do");
        learner.player().hint();
        learner.player().putAway("task");
        learner.runTask();
        learner.rehearsal().playTo(SimInstant.ofSeconds(62));
        var left = learner.state();

        var later = Learner.resuming(learner.lesson(), learner.player().journey());
        var resumed = later.state();
        assertEquals(left.place(), resumed.place());
        assertEquals(left.hints(), resumed.hints());
        assertEquals(left.terms(), resumed.terms());
        assertEquals(left.notices(), resumed.notices());
        assertEquals(left.goals(), resumed.goals());
        assertEquals(left.limit(), resumed.limit());
        assertEquals(left.steps(), resumed.steps());
        assertEquals(SimInstant.ofSeconds(62), later.rehearsal().run().now());
        assertEquals(learner.rehearsal().run().snapshot(), later.rehearsal().run().snapshot());
        later.update(4);
        later.rehearsal().play();
        assertTrue(later.state().canGoOn());
    }

    @Test
    void committedPredictionWaitsForItsOutcomeAfterAStop() {
        learner.goTo("step.5 predict");
        learner.player().commit(new Written("6"));
        learner.rehearsal().playTo(SimInstant.ofSeconds(25));
        var later = Learner.resuming(learner.lesson(), learner.player().journey());
        assertEquals(new Standing.Committed(new Written("6")), later.state().standing());
        later.rehearsal().play();
        assertEquals(
                new Standing.Answered(new Written("6"), new Written("3"), false),
                later.state().standing());
    }
}
