package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitlesTest {

    private static final List<String> BASES = List.of("ecslab/desktop");

    @Test
    void everyScenarioThatComesWithTheProgramHasATitleAndASentence() {
        var entries = ScenarioShelf.bundled().entries();
        assertFalse(entries.isEmpty());
        for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
            var words = Words.load(language, BASES);
            assertEquals(
                    List.of(),
                    entries.stream()
                            .filter(entry ->
                                    !words.now().has("bundled." + entry.name() + ".title")
                                            || Titles.about(words, entry).isEmpty())
                            .map(ScenarioShelf.Entry::name)
                            .toList(),
                    language.toString());
        }
    }
}
