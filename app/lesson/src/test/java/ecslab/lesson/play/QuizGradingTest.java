package ecslab.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.Answer.Chosen;
import ecslab.lesson.Answer.Ordered;
import ecslab.lesson.Answer.Paired;
import ecslab.lesson.Samples;
import ecslab.lesson.quiz.QuizItem;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuizGradingTest {

    private static final List<QuizItem> ITEMS = Samples.lesson().quiz();

    @Test
    void wrongOptionSaysWhyAndShowsIt() {
        var graded = QuizGrading.grade(ITEMS.get(0), Chosen.one("quiz.1.b"));
        assertFalse(graded.right());
        assertEquals(Chosen.one("quiz.1.a"), graded.outcome());
        assertEquals("quiz.1.b.why", graded.notices().getFirst().say());
        assertEquals(1, graded.notices().getFirst().shows().size());
    }

    @Test
    void allRightOptionsAreNeededInAnyOrder() {
        var item = ITEMS.get(1);
        assertTrue(QuizGrading.grade(item, new Chosen(List.of("quiz.2.b", "quiz.2.a"))).right());
        assertFalse(QuizGrading.grade(item, Chosen.one("quiz.2.a")).right());
        assertFalse(
                QuizGrading.grade(item, new Chosen(List.of("quiz.2.a", "quiz.2.b", "quiz.2.c")))
                        .right());
        assertFalse(QuizGrading.grade(item, new Chosen(List.of())).right());
    }

    @Test
    void orderAndPairsAreGraded() {
        var ordering = (QuizItem.Ordering) ITEMS.get(2);
        assertTrue(QuizGrading.grade(ordering, new Ordered(ordering.items())).right());
        var offered = QuizGrading.offer(ordering, 1).items();
        assertNotEquals(ordering.items(), offered);
        assertEquals(
                "step.7.order.why",
                QuizGrading.grade(ordering, new Ordered(offered)).notices().getFirst().say());

        var matching = ITEMS.get(3);
        var pairs = new TreeMap<String, String>();
        pairs.put("term.task", "term.task.line");
        assertEquals(
                List.of("term.service"),
                QuizGrading.grade(matching, new Paired(pairs)).notices().stream()
                        .map(Notice::about)
                        .toList());
        pairs.put("term.service", "term.service.line");
        assertTrue(QuizGrading.grade(matching, new Paired(pairs)).right());
    }

    @Test
    void everythingIsOffered() {
        for (var item : ITEMS) {
            var offer = QuizGrading.offer(item, 42);
            assertEquals(offer.items().size(), Set.copyOf(offer.items()).size());
            assertTrue(offer.items().size() >= 2);
            assertEquals(offer, QuizGrading.offer(item, 42));
        }
    }

    @Test
    void whatProvesAnExplanationCanBeShown() {
        var learner = Learner.atTheBeginning();
        var notice = QuizGrading.grade(ITEMS.get(0), Chosen.one("quiz.1.b")).notices().getFirst();
        learner.player().show(notice);
        assertEquals(4, learner.rehearsal().run().snapshot().tasks().size());
    }
}
