package ecslab.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.Answer;
import ecslab.lesson.Answer.Ordered;
import ecslab.lesson.Answer.Paired;
import ecslab.lesson.Beat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Learner learner = Learner.atTheBeginning();

    @Test
    void namesAreTriedUntilAllAreRight() {
        learner.goTo("step.7 label");
        assertEquals(List.of("service/web", "task/web#1"), learner.state().offered().items());
        assertEquals(
                new TreeSet<>(List.of("term.service", "term.task", "step.7.pod")),
                new TreeSet<>(learner.state().offered().places()));
        var wrong = paired("service/web", "term.service", "task/web#1", "step.7.pod");
        learner.player().commit(wrong);
        assertEquals(
                List.of(new Notice("task/web#1", "step.7.task.why", List.of())),
                learner.state().notices());
        assertFalse(learner.state().canGoOn());
        learner.player().commit(paired("service/web", "term.service", "task/web#1", "term.task"));
        assertTrue(learner.state().canGoOn());
        assertEquals(List.of(), learner.state().notices());
    }

    @Test
    void orderIsOfferedInAnotherOrder() {
        learner.goTo("step.7 order");
        var beat = (Beat.Order) learner.state().beat();
        var offered = learner.state().offered().items();
        assertNotEquals(beat.items(), offered);
        assertEquals(Set.copyOf(beat.items()), Set.copyOf(offered));
        learner.player().commit(new Ordered(offered));
        assertEquals("step.7.order.why", learner.state().notices().getFirst().say());
        learner.player().commit(new Ordered(beat.items()));
        assertTrue(learner.state().canGoOn());
    }

    @Test
    void cardsAreSortedIntoGroups() {
        learner.goTo("step.8 sort");
        learner.player()
                .commit(
                        paired(
                                "step.8.card.run", "step.8.group.kept",
                                "step.8.card.create", "step.8.group.kept"));
        assertEquals(
                List.of(new Notice("step.8.card.run", "step.8.card.run.why", List.of())),
                learner.state().notices());
        assertEquals(
                paired(
                        "step.8.card.run", "step.8.group.once",
                        "step.8.card.create", "step.8.group.kept"),
                ((Standing.Answered) learner.state().standing()).outcome());
    }

    @Test
    void pairsAreMatched() {
        learner.goTo("step.8 match");
        learner.player()
                .commit(
                        paired(
                                "term.task", "term.service.line",
                                "term.service", "term.task.line"));
        assertEquals(2, learner.state().notices().size());
        learner.player().commit(learner.player().modelAnswer());
        assertTrue(learner.state().isFinished());
    }

    @Test
    void modelsAnswerIsAlwaysAmongThoseOffered() {
        learner.goTo("step.5 predict");
        assertEquals(List.of("0", "1", "3", "6"), learner.state().offered().items());
    }

    @Test
    void offersAreTheSameForEverybody() {
        var other = Learner.atTheBeginning();
        learner.goTo("step.7 order");
        other.goTo("step.7 order");
        assertEquals(learner.state().offered(), other.state().offered());
    }

    @Test
    void anAnswerOfAnotherFormIsJustWrong() {
        learner.goTo("step.7 order");
        Answer answer = new Answer.Written("3");
        learner.player().commit(answer);
        assertFalse(learner.state().canGoOn());
    }

    private static Paired paired(String... keysAndPlaces) {
        var pairs = new TreeMap<String, String>(Map.of());
        for (var i = 0; i < keysAndPlaces.length; i += 2) {
            pairs.put(keysAndPlaces[i], keysAndPlaces[i + 1]);
        }
        return new Paired(pairs);
    }
}
