package ecslab.lesson.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.lesson.Samples;
import ecslab.wire.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the reader takes, the published schemas take as well.
class LessonFilesFitTheSchemasTest {

    private static final Path LESSONS = Path.of("../../lessons");

    static List<Path> lessons() throws IOException {
        try (var inside = Files.list(LESSONS)) {
            var found = inside.filter(one -> Files.exists(one.resolve("lesson.json"))).toList();
            assertFalse(found.isEmpty());
            return Stream.concat(found.stream(), Stream.of(Samples.folder())).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void ofEveryLesson(Path folder) throws IOException, BadInput {
        assertFalse(LessonReader.read(folder).id().isEmpty());
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
                var name = file.getFileName().toString();
                var json = Files.readString(file);
                assertEquals(List.of(), PublishedSchemas.complaints(name, json), name);
            }
        }
    }
}
