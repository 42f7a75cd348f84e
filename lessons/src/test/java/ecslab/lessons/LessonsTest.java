package ecslab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LessonsTest {

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
}
