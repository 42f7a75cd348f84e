package ecslab.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Answer.Chosen;
import ecslab.lesson.Answer.Written;
import ecslab.lesson.Beat;
import ecslab.lesson.Focus;
import ecslab.lesson.predicate.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The way of a learner through the sample lesson.
class PlayerTest {

    private final Learner learner = Learner.atTheBeginning();

    @Test
    void watchPlaysToItsEndAndHoldsThere() {
        var first = learner.state();
        assertEquals(at(4), first.limit());
        assertTrue(first.plays());
        assertFalse(first.canGoOn());
        assertEquals(new Focus.Thing("cluster/demo"), first.focus());
        assertEquals(Place.FIRST, learner.player().next().place());

        learner.rehearsal().play();
        assertEquals(at(4), learner.rehearsal().run().now());
        assertEquals(new Standing.Done(), learner.state().standing());
        assertFalse(learner.state().plays());
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void predictionIsCommittedToBeforeTheRunPassesItsGate() {
        learner.goTo("step.5 predict");
        assertEquals(at(19), learner.state().limit());
        learner.rehearsal().playTo(at(60));
        assertEquals(at(19), learner.rehearsal().run().now());
        assertFalse(learner.player().next().canGoOn());

        var committed = learner.player().commit(new Written("1"));
        assertEquals(new Standing.Committed(new Written("1")), committed.standing());
        assertEquals(at(30), committed.limit());
        assertTrue(committed.plays());
        assertEquals(List.of(), committed.notices());
    }

    @Test
    void predictionAndOutcomeStandSideBySide() {
        learner.goTo("step.5 predict");
        learner.player().commit(new Written("1"));
        learner.rehearsal().play();
        assertEquals(at(30), learner.rehearsal().run().now());
        assertEquals(
                new Standing.Answered(new Written("1"), new Written("3"), false),
                learner.state().standing());
        assertEquals(
                List.of(new Notice("1", "step.5.first.few", List.of())), learner.state().notices());
        assertTrue(learner.state().canGoOn());
        assertFalse(learner.state().canCommit());
    }

    @Test
    void outcomeIsThatOfTheLearnersOwnRun() {
        learner.goTo("step.5 predict");
        learner.player().commit(new Written("5"));
        learner.rehearsal().playTo(at(25));
        learner.update(5);
        learner.rehearsal().play();
        assertEquals(
                new Standing.Answered(new Written("5"), new Written("5"), true),
                learner.state().standing());
    }

    @Test
    void wrongOptionSaysWhyAndShowsIt() {
        learner.goTo("step.1 predict");
        learner.player().commit(Chosen.one("step.1.cost.b"));
        var notice = learner.state().notices().getFirst();
        assertEquals("step.1.cost.b.why", notice.say());

        learner.player().show(notice);
        assertInstanceOf(Showing.Shown.class, learner.state().showing());
        assertEquals(at(4), learner.rehearsal().run().now());
        assertFalse(learner.state().canGoOn());
        assertTrue(learner.player().leaveShow().canGoOn());
    }

    @Test
    void anyWayIsRightThatMakesTheCheckHold() {
        learner.goTo("step.5 do");
        assertEquals(
                List.of(
                        new GoalState("step.5.goal.four", Verdict.NOT_YET),
                        new GoalState("step.5.goal.none", Verdict.HOLDS)),
                learner.state().goals());
        assertFalse(learner.state().plays());
        learner.update(7);
        assertTrue(learner.state().plays());
        learner.rehearsal().play();
        assertInstanceOf(Beat.Check.class, learner.state().beat());
        assertEquals(new Standing.Done(), learner.state().standing());
        assertEquals("step.5.done", learner.state().beat().say());
        assertTrue(learner.state().goals().stream().allMatch(g -> g.verdict() == Verdict.HOLDS));
    }

    @Test
    void wrongPathGetsItsOwnMessageAndCanBeShown() {
        learner.goTo("step.5 do");
        learner.runTask();
        learner.rehearsal().play();
        assertInstanceOf(Beat.Do.class, learner.state().beat());
        var notice = learner.state().notices().getFirst();
        assertEquals("step.5.wrong.runTask", notice.say());

        var before = learner.rehearsal().run().now();
        learner.player().show(notice);
        learner.rehearsal().play();
        assertEquals(
                before.plus(java.time.Duration.ofSeconds(20)), learner.rehearsal().run().now());
        assertTrue(learner.task("web#4").isStopped());
        learner.player().leaveShow();
        assertEquals(before, learner.rehearsal().run().now());
        assertFalse(learner.task("web#4").isStopped());
    }

    @Test
    void wrongPathDoesNotBarTheRightOne() {
        learner.goTo("step.5 do");
        learner.runTask();
        learner.update(4);
        learner.rehearsal().play();
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void hintsComeOneByOne() {
        learner.goTo("step.5 do");
        assertEquals(List.of(), learner.state().hints());
        assertEquals(2, learner.state().hintsLeft());
        assertEquals(List.of("step.5.hint.1"), learner.player().hint().hints());
        learner.player().hint();
        assertEquals(learner.state(), learner.player().hint());
        assertEquals(List.of("step.5.hint.1", "step.5.hint.2"), learner.state().hints());
        assertEquals(0, learner.state().hintsLeft());
    }

    @Test
    void whatHadToHoldAlwaysIsBrokenUntilTheStepBeginsAgain() {
        learner.goTo("step.5 do");
        learner.rehearsal().playTo(at(118));
        List.of("web#1", "web#2", "web#3").forEach(learner::stop);
        learner.rehearsal().playTo(at(140));
        assertEquals(
                new GoalState("step.5.goal.none", Verdict.BROKEN), learner.state().goals().get(1));
        learner.update(4);
        learner.rehearsal().play();
        assertFalse(learner.state().canGoOn());

        learner.player().replay();
        assertEquals("step.5", learner.state().step().key());
        assertEquals(new Place(1, 0), learner.state().place());
        assertEquals(1, learner.state().attempts().size());
        learner.goTo("step.5 do");
        assertEquals(
                new GoalState("step.5.goal.none", Verdict.HOLDS), learner.state().goals().get(1));
    }

    @Test
    void whatIsOpenedAndCopiedCounts() {
        learner.goTo("step.8 do");
        learner.player().opened(Focus.Part.CLI);
        assertFalse(learner.state().canGoOn());
        learner.player().copied(Focus.Part.CLI);
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void listenersHearEachStateOnce() {
        var heard = new ArrayList<PlayerState>();
        learner.player().listen(heard::add);
        learner.rehearsal().play();
        learner.rehearsal().look();
        assertEquals(2, heard.size());
        assertEquals(learner.state(), heard.getLast());
    }

    @Test
    void termsAreShownUntilTheyArePutAwayOrPassed() {
        assertEquals(List.of("cluster"), learner.state().terms());
        assertEquals(List.of(), learner.player().putAway("cluster").terms());
        learner.goTo("step.5 predict");
        assertEquals(List.of("task", "service"), learner.state().terms());
        learner.goTo("step.5 watch");
        assertEquals(List.of(), learner.state().terms());
        learner.player().goTo(0);
        assertEquals(List.of(), learner.state().terms());
    }

    @Test
    void lessonEndsAfterItsLastBeat() {
        learner.goTo("step.8 match");
        assertFalse(learner.state().isFinished());
        learner.player().skip();
        assertTrue(learner.state().isFinished());
        assertEquals(learner.state(), learner.player().next());
        assertEquals(
                List.of(
                        StepProgress.DONE,
                        StepProgress.DONE,
                        StepProgress.DONE,
                        StepProgress.SKIPPED),
                learner.state().steps());
    }

    private static SimInstant at(long seconds) {
        return SimInstant.ofSeconds(seconds);
    }
}
