package ecslab.lesson.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ecslab.lesson.LessonFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A good lesson is broken in one place; the reader says what is wrong, where and how to mend it,
/// and nothing else. The published schemas see it, too, where a schema can.
class BrokenLessonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path lessons;
    private LessonFolder lesson;

    static Stream<Arguments> broken() throws IOException {
        try (var in = BrokenLessonTest.class.getResourceAsStream("broken.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            var blocks = Arrays.stream(text.split("\n\n")).filter(one -> !one.startsWith("#"));
            return blocks.map(block -> Arguments.of(List.of(block.split("\n"))));
        }
    }

    @BeforeEach
    void copy() {
        lesson = LessonFolder.copyTo(lessons);
    }

    @Test
    void wholeLessonIsFreeOfProblems() {
        assertEquals(List.of(), lesson.problems());
    }

    @Test
    void tableIsLong() throws IOException {
        assertTrue(broken().count() >= 40);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void problemsAreTold(List<String> row) throws JsonProcessingException {
        var file = row.getFirst();
        var isDeleted = row.get(1).equals("delete");
        if (isDeleted) {
            lesson.delete(file);
        } else {
            lesson.with(file, unquoted(row.get(1)), unquoted(row.get(2)));
        }

        assertEquals(row.subList(4, row.size()), lesson.problems());
        assertEquals(
                row.get(3),
                isDeleted || !isSeenBySchema(file) ? "reader only" : "schema and reader");
    }

    @Test
    void severalProblemsAreToldAtOnceInLineOrderFileByFile() {
        lesson.with("quiz.json", "\"kind\": \"ordering\"", "\"kind\": \"orderign\"")
                .with("text.ko.json", "\"step.8.goal\"", "\"step.8.gaol\"")
                .with("lesson.json", "\"within\": \"2m\"", "\"within\": \"long\"")
                .with("lesson.json", "\"speed\": 4", "\"sped\": 4")
                .with("lesson.json", "\"kind\": \"watch\"", "\"kind\": \"wacth\"");

        assertEquals(
                List.of(
                        "lesson.json:11",
                        "lesson.json:30",
                        "lesson.json:101",
                        "quiz.json:16",
                        "text.ko.json:1"),
                lesson.problems().stream().map(one -> one.split(": ", 2)[0]).toList());
    }

    private boolean isSeenBySchema(String file) {
        try {
            return !PublishedSchemas.complaints(file, lesson.read(file)).isEmpty();
        } catch (RuntimeException notJson) {
            return true;
        }
    }

    /// The text that a line holds as a JSON text.
    private static String unquoted(String line) throws JsonProcessingException {
        return JSON.readValue(line, String.class);
    }
}
