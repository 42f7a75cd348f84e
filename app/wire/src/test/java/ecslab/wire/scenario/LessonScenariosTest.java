package ecslab.wire.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.wire.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonScenariosTest {

    private static final Path LESSONS = Path.of("../../lessons");

    /// Every JSON file with a `startsAt`, wherever it lies.
    static Stream<Path> scenarios() throws IOException {
        try (var files = Files.walk(LESSONS)) {
            var found =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .filter(file -> !file.toString().contains("target"))
                            .filter(file -> !file.toString().contains("schema"))
                            .filter(LessonScenariosTest::isScenario)
                            .sorted()
                            .toList();
            assertFalse(found.isEmpty());
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void pleaseReaderAndSchema(Path file) throws IOException, BadInput {
        assertFalse(ScenarioReader.read(file).scenario().title().isEmpty());
        assertEquals(List.of(), PublishedSchema.complaints(Files.readString(file)));
    }

    private static boolean isScenario(Path file) {
        try {
            return Files.readString(file).contains("\"startsAt\"");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
