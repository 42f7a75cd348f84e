package ecslab.lesson.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.lesson.quiz.Leitner.Card;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeitnerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void missedItemComesBackAfterOneThreeSevenAndTwentyOneDays() {
        var missed = Leitner.empty().answered("L03.1", false, TODAY);
        var day = TODAY;
        for (int days : List.of(1, 3, 7, 21)) {
            assertEquals(List.of(), missed.due(day.plusDays(days - 1)));
            day = day.plusDays(days);
            assertEquals(List.of("L03.1"), missed.due(day));
            missed = missed.answered("L03.1", true, day);
        }
        assertEquals(Leitner.empty(), missed);
    }

    @Test
    void itemMissedAgainBeginsAgain() {
        var missed =
                Leitner.empty()
                        .answered("L03.1", false, TODAY)
                        .answered("L03.1", true, TODAY.plusDays(1))
                        .answered("L03.1", false, TODAY.plusDays(4));
        assertEquals(new Card(0, TODAY.plusDays(5)), missed.cards().get("L03.1"));
    }

    @Test
    void itemKnownBeforeItIsDueStaysWhereItIs() {
        var missed = Leitner.empty().answered("L03.1", false, TODAY);
        assertEquals(missed, missed.answered("L03.1", true, TODAY));
    }

    @Test
    void itemNeverMissedIsNotKept() {
        assertEquals(Leitner.empty(), Leitner.empty().answered("L03.1", true, TODAY));
    }

    @Test
    void whatIsLongestDueComesFirst() {
        var missed =
                Leitner.empty()
                        .answered("L03.2", false, TODAY.minusDays(3))
                        .answered("L03.1", false, TODAY.minusDays(1))
                        .answered("L03.3", false, TODAY);
        assertEquals(List.of("L03.2", "L03.1"), missed.due(TODAY));
    }
}
