package ecslab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonsTest {

    @AfterEach
    void forgetTheFolder() {
        System.clearProperty(Lessons.FOLDER);
    }

    @Test
    void scenarioIsFoundOnTheClassPath() throws IOException {
        try (var in = Lessons.url("scenarios/anatomy.json").openStream()) {
            assertEquals('{', in.read());
        }
    }

    @Test
    void missingFileIsNamed() {
        var problem = assertThrows(IllegalArgumentException.class, () -> Lessons.url("none.json"));
        assertEquals("lessons/none.json: no such file", problem.getMessage());
    }

    @Test
    void plainFolderWinsOverThePackedOne(@TempDir Path folder)
            throws IOException, URISyntaxException {
        var changed = folder.resolve("scenarios").resolve("anatomy.json");
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, "{}");
        System.setProperty(Lessons.FOLDER, folder.toString());

        assertEquals(changed, Path.of(Lessons.url("scenarios/anatomy.json").toURI()));
    }

    @Test
    void whatThePlainFolderLacksIsFoundPacked(@TempDir Path folder) throws IOException {
        System.setProperty(Lessons.FOLDER, folder.toString());

        try (var in = Lessons.url("scenarios/anatomy.json").openStream()) {
            assertEquals('{', in.read());
        }
    }
}
