package ecslab.desktop.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Everything shown has its text in each language, and no text is left over.
class TextKeysTest {

    private static final List<String> ROOMS = List.of("stage", "learn", "desktop");
    private static final List<String> LANGUAGES = List.of("en", "ko");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    @Test
    void everyLanguageHasTheSameKeys() throws JsonProcessingException {
        for (var room : ROOMS) {
            assertEquals(List.of(), TextKeys.sameInEveryLanguage(keysByFile(room)));
        }
    }

    @Test
    void everyKeyThatJavaNamesIsThere() throws JsonProcessingException {
        var keys = allKeys();
        var wrong = new ArrayList<String>();
        for (var path : sources()) {
            var literals = TidyJava.literals(path, Checkout.read(path));
            wrong.addAll(TextKeys.present(path, literals, keys));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyKeyIsUsed() throws JsonProcessingException {
        var literals = new TreeSet<String>();
        for (var path : sources()) {
            literals.addAll(TidyJava.literals(path, Checkout.read(path)));
        }
        var wrong = new ArrayList<String>();
        for (var room : ROOMS) {
            keysByFile(room)
                    .forEach((file, keys) -> wrong.addAll(TextKeys.used(file, keys, literals)));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void keyOfOneLanguageOnlyIsFound() {
        assertEquals(
                List.of("ko: no \"panel.b\". Translate it here too."),
                TextKeys.sameInEveryLanguage(
                        new TreeMap<>(
                                Map.of("en", keys("panel.a", "panel.b"), "ko", keys("panel.a")))));
    }

    @Test
    void unusedKeyIsFound() {
        assertEquals(
                List.of("en: no Java shows \"panel.b\". Use it or delete it."),
                TextKeys.used(
                        "en",
                        keys("panel.a", "panel.b", "state.RUNNING"),
                        List.of("panel.a", "state.", "Hello.")));
    }

    @Test
    void keyWithoutTextIsFound() {
        assertEquals(
                List.of(
                        "A.java: no text for \"panel.c\". Write it in all.",
                        "A.java: no text for \"state.task.\". Write it in all."),
                TextKeys.present(
                        "A.java",
                        List.of(
                                "panel.a",
                                "panel.c",
                                "state.",
                                "state.task.",
                                "java.util",
                                "x",
                                ""),
                        keys("panel.a", "state.RUNNING")));
    }

    @Test
    void keyWrittenTwiceIsFound() {
        assertThrows(
                JsonProcessingException.class,
                () -> JSON.readTree("{\"panel.a\": \"one\", \"panel.a\": \"two\"}"));
    }

    private static TreeSet<String> keys(String... keys) {
        return new TreeSet<>(List.of(keys));
    }

    private static List<String> sources() {
        return Checkout.javaFiles().stream()
                .filter(path -> ROOMS.stream().anyMatch(r -> path.startsWith(main(r) + "java/")))
                .toList();
    }

    private static SortedSet<String> allKeys() throws JsonProcessingException {
        var all = new TreeSet<String>();
        for (var room : ROOMS) {
            keysByFile(room).values().forEach(all::addAll);
        }
        return all;
    }

    /// A room without any text has no such files.
    private static Map<String, SortedSet<String>> keysByFile(String room)
            throws JsonProcessingException {
        var folder = main(room) + "resources/ecslab/" + room + "/";
        var keysByFile = new TreeMap<String, SortedSet<String>>();
        if (Checkout.files().stream().noneMatch(path -> path.startsWith(folder + "text."))) {
            return keysByFile;
        }
        for (var language : LANGUAGES) {
            var path = folder + "text." + language + ".json";
            var texts =
                    JSON.readValue(
                            Checkout.read(path), new TypeReference<TreeMap<String, String>>() {});
            keysByFile.put(path, new TreeSet<>(texts.keySet()));
        }
        return keysByFile;
    }

    private static String main(String room) {
        return "app/" + room + "/src/main/";
    }
}
