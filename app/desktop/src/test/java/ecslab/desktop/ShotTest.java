package ecslab.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.command.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `ecslab shot` makes a picture of the window without a display.
class ShotTest {

    private static final Path FIRST_LIGHT =
            Path.of("..", "..", "lessons", "scenarios", "first-light.json");

    private static final Path L03 = Path.of("..", "..", "lessons", "L03-anatomy");

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

    @Test
    void everyBeatOfALessonHasItsPicture() throws IOException {
        // The first window of a process has the edges of round buttons a trifle otherwise than all
        // later ones; each call of the command is a process of its own.
        lesson("e.png");
        var first = lesson("f.png");

        assertArrayEquals(first, lesson("g.png", "--step", "1"));
        assertFalse(Arrays.equals(first, lesson("h.png", "--step", "4")));
        assertFalse(Arrays.equals(first, lesson("i.png", "--step", "1", "--beat", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "7", "8"})
    void everyStepHasItsPicture(String step) throws IOException {
        assertTrue(lesson("step.png", "--step", step).length > 0);
    }

    @Test
    void aBeatIsAlsoShownAsTheLearnerComesToIt() throws IOException {
        assertFalse(
                Arrays.equals(
                        lesson("j.png", "--step", "4", "--beat", "1"),
                        lesson("k.png", "--step", "4", "--beat", "1", "--begun")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --step 9 | --step 9 is not in the lesson. There are steps 1 to 8.
                    --step 0 | --step 0 is not in the lesson. There are steps 1 to 8.
                    --step 3 --beat 2 | --beat 2 is not in step 3. There is beat 1 only.
                    --step 1 --at 9m | --at 9m0s is after what is shown. That ends at 2s; leave \
                    out --at, or name an earlier moment.
                    """)
    void whatTheLessonDoesNotHaveIsTold(String arguments, String line) {
        assertEquals(
                new Said(Exit.WRONG_USE, "", L03 + ": " + line + "\n"),
                Said.to(("shot " + L03 + " --out a.png " + arguments).split(" +")));
    }

    @Test
    void folderWithoutALessonIsTold() {
        assertEquals(
                new Said(
                        Exit.WRONG_USE,
                        "",
                        folder
                                + ": there is no lesson.json in this folder. Name a lesson's"
                                + " folder, such as lessons/L03-anatomy, or a scenario's file.\n"),
                Said.to("shot", folder.toString(), "--out", "a.png"));
    }

    @Test
    void scenarioNeedsAMomentAndHasNoSteps() {
        var start = FIRST_LIGHT + ": ";

        assertEquals(
                start + "the moment of the picture is missing. Add it, such as --at 20s.\n",
                Said.to("shot", FIRST_LIGHT.toString(), "--out", "a.png").err());
        assertEquals(
                start
                        + "a scenario has no steps. Name a lesson's folder, such as"
                        + " lessons/L03-anatomy, or leave out --step, --beat and --begun.\n",
                Said.to("shot", FIRST_LIGHT.toString(), "--out", "a.png", "--begun").err());
    }

    private byte[] shot(String name, String at, String... more) throws IOException {
        return picture(name, List.of(FIRST_LIGHT.toString(), "--at", at), more);
    }

    private byte[] lesson(String name, String... more) throws IOException {
        return picture(name, List.of(L03.toString()), more);
    }

    private byte[] picture(String name, List<String> subject, String... more) throws IOException {
        var file = folder.resolve(name);
        var arguments = new ArrayList<>(List.of("shot", "--out", file.toString()));
        arguments.addAll(subject);
        arguments.addAll(List.of(more));
        assertEquals(new Said(Exit.DONE, "", ""), Said.to(arguments.toArray(String[]::new)));
        return Files.readAllBytes(file);
    }
}
