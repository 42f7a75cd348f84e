package ecslab.wire.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ecslab.ecs.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private static final List<String> BASES =
            List.of("ecslab/wire/text/first", "ecslab/wire/text/second");

    @Test
    void bundlesOfSeveralFoldersAreOne() {
        var texts = Texts.load(Language.ENGLISH, BASES);

        assertEquals(
                new TreeSet<>(List.of("first.steady", "first.title", "second.tasks")),
                texts.keys());
        assertEquals(
                "web is steady since 20s", texts.of("first.steady", "service", "web", "at", "20s"));
        assertEquals("3 tasks", texts.of("second.tasks", "count", 3));
    }

    @Test
    void koreanHasItsOwnFileAndTheSameKeys() {
        var texts = Texts.load(Language.KOREAN, BASES);

        assertEquals(Texts.load(Language.ENGLISH, BASES).keys(), texts.keys());
        assertEquals("20s부터 web이 안정적입니다", texts.of("first.steady", "service", "web", "at", "20s"));
        assertEquals("태스크 3개", texts.of("second.tasks", "count", 3));
    }

    @Test
    void pseudoLanguageSaysEnglishTwice() {
        var texts = Texts.load(Language.PSEUDO, BASES);

        assertEquals("one task one task", texts.of("second.tasks", "count", 1));
    }

    @ParameterizedTest
    @CsvSource({"0, no task", "1, one task", "2, 2 tasks", "11, 11 tasks"})
    void threeFormsAreForNoneOneAndMany(String count, String said) {
        assertEquals(said, english("{n|no task|one task|# tasks}").of("key", "n", count));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 tasks", "1, one task", "2, 2 tasks"})
    void twoFormsAreForOneAndMany(String count, String said) {
        assertEquals(said, english("{n|one task|# tasks}").of("key", "n", count));
    }

    @Test
    void doubledBracesAreSeenAsBraces() {
        assertEquals("{web}", english("{{{name}}}").of("key", "name", "web"));
    }

    @Test
    void phraseIsSaidWithItsValues() {
        assertEquals("web, 2", english("{a}, {b}").of(Phrase.of("key", "a", "web", "b", 2)));
        assertEquals("", english("").of(Phrase.NOTHING));
    }

    @Test
    void valueThatIsAPhraseIsSaidInTheSameLanguage() {
        var texts = Texts.of(Language.ENGLISH, Map.of("why", "too few", "all", "because {why}"));

        assertEquals("because too few", texts.of("all", "why", Phrase.of("why")));
    }

    @Test
    void missingTextAndMissingValueAreSeenOnScreen() {
        var texts = english("{a}");

        assertEquals("⟦other⟧", texts.of("other"));
        assertEquals("⟦a⟧", texts.of("key"));
    }

    @Test
    void missingTextAndMissingValueStopATest() {
        var texts = english("{a}").strict();

        var noText = assertThrows(IllegalStateException.class, () -> texts.of("other"));
        var noValue = assertThrows(IllegalStateException.class, () -> texts.of("key"));
        assertEquals("there is no text other (en)", noText.getMessage());
        assertEquals("the text key got no value for a (en)", noValue.getMessage());
    }

    @Test
    void keyInTwoBundlesIsRefused() {
        var one = english("one");
        var again = english("again");

        var refused = assertThrows(IllegalStateException.class, () -> one.merge(again));
        assertEquals(
                "the text key key is written in two bundles. Rename one.", refused.getMessage());
    }

    @Test
    void keyTwiceInOneFileIsRefused() {
        var refused =
                assertThrows(
                        IllegalStateException.class,
                        () -> Texts.load(Language.ENGLISH, List.of("ecslab/wire/text/twice")));
        assertEquals(
                "ecslab/wire/text/twice/text.en.json:3: the text key a is written twice."
                        + " Rename one.",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{a ~ a { without its }. Write {{ for a brace that is to be seen.",
                "a} ~ a } without its {. Write }} for a brace that is to be seen.",
                "{a b} ~ {a b} names no value. A name is made of letters and digits.",
                "{} ~ {} names no value. A name is made of letters and digits.",
                "{a|가/이} ~ there is no particle 가/이. Write one of 이/가, 을/를, 은/는, 과/와, 으로/로,"
                        + " 이라는/라는.",
                "{a|1|2|3|4} ~ {a|1|2|3|4} has too many forms. Three are the most.",
            })
    void malformedPlaceholderIsRefused(String text, String why) {
        var refused = assertThrows(IllegalStateException.class, () -> english(text));
        assertEquals("text key (en): " + why, refused.getMessage());
    }

    @Test
    void namesOfAllValuesAreKnown() {
        var texts = english("{c} {a|이/가} {b|x|y} {a}");

        assertEquals(new TreeSet<>(List.of("a", "b", "c")), texts.names("key"));
        assertEquals(new TreeSet<>(), texts.names("other"));
    }

    @Test
    void languageIsFoundByItsCode() {
        assertEquals(Optional.of(Language.KOREAN), Language.ofCode("ko"));
        assertFalse(Language.ofCode("kr").isPresent());
    }

    private static Texts english(String text) {
        return Texts.of(Language.ENGLISH, Map.of("key", text));
    }
}
