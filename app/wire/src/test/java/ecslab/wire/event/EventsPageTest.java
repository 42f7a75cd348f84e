package ecslab.wire.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import ecslab.ecs.event.Event;
import ecslab.wire.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The page on events tells of every kind, of every field, and its examples are what is written.
class EventsPageTest {

    private static final Path PAGE = Path.of("../../lessons/schemas/EVENTS.md");
    private static final String HEADING = "### ";

    private final Map<String, List<String>> sections = sections();
    private final List<String> written = Cases.text("events.jsonl", getClass()).lines().toList();

    private static Map<String, List<String>> sections() {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> section = new ArrayList<>();
        for (var line : lines()) {
            if (line.startsWith(HEADING)) {
                section = new ArrayList<>();
                sections.put(line.substring(HEADING.length()), section);
            }
            section.add(line);
        }
        return sections;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private List<String> section(String kind) {
        return sections.getOrDefault(kind, List.of());
    }

    @Test
    void everyKindHasASection() {
        var known = new TreeSet<>(List.of("Decision"));
        for (var kind : Event.kinds()) {
            known.add(kind.getSimpleName());
        }
        assertEquals(known, new TreeSet<>(sections.keySet()));
    }

    @Test
    void examplesAreWhatIsWritten() {
        for (var kind : sections.keySet()) {
            var examples = section(kind).stream().filter(line -> line.startsWith("{")).toList();
            assertTrue(!examples.isEmpty(), kind + " has no example");
            assertTrue(written.containsAll(examples), () -> kind + ": " + examples);
        }
    }

    @Test
    void everyFieldIsExplained() throws IOException {
        for (var line : written) {
            var json = JsonMapper.builder().build().readTree(line);
            var kind = json.get("event").asText();
            var words = String.join("\n", section(kind));
            for (var field : json.properties()) {
                var name = field.getKey();
                var common = name.equals("at") || name.equals("event");
                assertTrue(common || words.contains("`" + name + "`"), kind + " " + name);
            }
        }
    }
}
