package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.desktop.command.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ecslab shot` makes a picture of the window without a display.
class ShotTest {

    private static final Path FIRST_LIGHT =
            Path.of("..", "..", "lessons", "scenarios", "first-light.json");

    @TempDir private Path folder;

    @Test
    void twiceGivesTheSameBytes() throws IOException {
        assertArrayEquals(shot("once.png", "20s"), shot("twice.png", "20s"));
    }

    @Test
    void anotherMomentAnotherLanguageAndAnotherThemeGiveOtherPictures() throws IOException {
        var english = shot("a.png", "20s");

        assertFalse(Arrays.equals(english, shot("b.png", "4s")));
        assertFalse(Arrays.equals(english, shot("c.png", "20s", "--lang", "ko")));
        assertFalse(Arrays.equals(english, shot("d.png", "20s", "--theme", "dark")));
    }

    @Test
    void sizeIsAsAskedFor() throws IOException {
        shot("e.png", "20s", "--size", "1000x640");

        try (InputStream in = Files.newInputStream(folder.resolve("e.png"))) {
            var image = new Image(in);
            assertEquals(1000, image.getWidth());
            assertEquals(640, image.getHeight());
        }
    }

    private byte[] shot(String name, String at, String... more) throws IOException {
        var file = folder.resolve(name);
        var arguments =
                new java.util.ArrayList<>(
                        java.util.List.of(
                                "shot",
                                FIRST_LIGHT.toString(),
                                "--at",
                                at,
                                "--out",
                                file.toString()));
        arguments.addAll(java.util.List.of(more));
        assertEquals(new Said(Exit.DONE, "", ""), Said.to(arguments.toArray(String[]::new)));
        return Files.readAllBytes(file);
    }
}
