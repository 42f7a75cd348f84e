package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void itIsTheProjects() throws IOException {
        var pom = Files.readString(Path.of("..", "..", "pom.xml"));

        assertTrue(pom.contains("<version>" + Version.NOW + "</version>"));
        assertEquals(new Said(0, "ECS Lab " + Version.NOW + "\n", ""), Said.to("--version"));
    }
}
