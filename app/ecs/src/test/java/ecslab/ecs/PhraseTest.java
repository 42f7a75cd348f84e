package ecslab.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void valuesAreTextByNameWhateverTheirOrder() {
        var phrase = Phrase.of("schedule.start", "zone", "a", "count", 3);
        assertEquals(Phrase.of("schedule.start", "count", "3", "zone", "a"), phrase);
        assertEquals(List.of("count", "zone"), List.copyOf(phrase.values().keySet()));
    }

    @Test
    void nobodyCanChangeItsValues() {
        var given = new TreeMap<>(Map.of("count", "3"));
        var phrase = new Phrase("schedule.start", given);
        given.put("count", "4");
        assertEquals(Phrase.of("schedule.start", "count", 3), phrase);
        assertThrows(UnsupportedOperationException.class, () -> phrase.values().put("count", "4"));
    }

    @Test
    void ofANameThatIsGivenTwiceTheLaterValueCounts() {
        var phrase = Phrase.of("schedule.start", "zone", "a", "count", 3, "zone", "b");
        assertEquals(new TreeMap<>(Map.of("count", "3", "zone", "b")), phrase.values());
        assertEquals(phrase.values(), new TreeMap<>(phrase.values()));
        assertEquals("{count=3, zone=b}", phrase.values().toString());
    }
}
