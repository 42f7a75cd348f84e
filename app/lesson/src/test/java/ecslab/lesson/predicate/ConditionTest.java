package ecslab.lesson.predicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                ">= 3, 3, true",
                ">= 3, 2, false",
                ">=3, 10, true",
                "<= 2.5, 2, true",
                "> -1, 0, true",
                "< 1, 1, false",
                "== 3, 3.0, true",
                "!= 3, 4, true",
                "== 'RUNNING', RUNNING, true",
                "== 'RUNNING', PENDING, false",
                "!= 'RUNNING', null, true",
                "== null, null, true",
                "!= null, 0, true",
                "== true, true, true",
                ">= 3, null, false",
                "< 3, null, false",
                "== '3', 3, true"
            })
    void valueIsCompared(String written, String value, boolean fits) {
        assertEquals(fits, Condition.parse(written).orElseThrow().fits(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "= 3", "=> 3", ">= 'a'", "== x", ">= three", "> null", "~ 3"})
    void anythingElseIsNoCondition(String written) {
        assertEquals(Optional.empty(), Condition.parse(written));
    }

    @Test
    void anythingFitsEveryValue() {
        assertTrue(new Condition.Anything().fits("null"));
    }

    @Test
    void numbersAreTheSameByValue() {
        assertTrue(Condition.isSame("3", " 3.0"));
        assertTrue(Condition.isSame("PENDING", "PENDING"));
    }
}
