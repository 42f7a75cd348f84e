package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Other scenarios are opened from the list or from a file; what can't be played is explained.
@ExtendWith(ApplicationExtension.class)
class OpenScenarioTest {

    @TempDir private static Path folder;
    private TestWindow it;

    @Start
    void open(Stage stage) {
        it = new TestWindow(stage, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void scenarioOfTheListPlays(FxRobot robot) {
        it.threeRun();

        it.click(robot, "rail-scenarios");
        it.click(robot, "scenario-anatomy");

        it.until(() ->
                it.text("scenario-title").equals("A service of three behind a load balancer"));
        assertFalse(it.node("first-light").isVisible());
        it.threeRun();
    }

    @Test
    void homeComesBackToTheFirstLight(FxRobot robot) {
        it.threeRun();
        it.click(robot, "rail-scenarios");
        it.click(robot, "scenario-anatomy");
        it.until(() -> !it.node("first-light").isVisible());

        it.click(robot, "rail-home");

        it.until(() -> it.node("first-light").isVisible());
        assertEquals("First light", it.text("scenario-title"));
    }

    @Test
    void fileThatIsNoScenarioIsExplainedAndTheRunGoesOn(FxRobot robot) throws IOException {
        it.threeRun();
        var file = folder.resolve("broken.json");
        Files.writeString(
                file,
                Files.readString(TestWindow.SCENARIOS.resolve("anatomy.json"))
                        .replace("\"desiredCount\"", "\"desiredCout\""));
        it.answer = Optional.of(file);
        var before = it.shown().at();

        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);

        it.until(() -> it.has("problems"));
        assertTrue(
                it.texts().stream().anyMatch(text -> text.contains("desiredCount")),
                it.texts().toString());
        it.until(() -> it.shown().at().isAfter(before));
        assertEquals("First light", it.text("scenario-title"));

        robot.type(KeyCode.ESCAPE);
        it.until(() -> !it.has("problems"));
    }

    @Test
    void refusedCommandOfTheScenarioIsSaidWithFileAndLine() throws IOException {
        it.threeRun();
        var file = folder.resolve("refused.json");
        Files.writeString(
                file,
                Files.readString(TestWindow.SCENARIOS.resolve("anatomy.json"))
                        .replace("\"cpu\": \"256\"", "\"cpu\": \"300\""));

        it.onFx(() -> {
            it.window.open(file);
            return true;
        });

        it.until(() -> it.texts().stream().anyMatch(text -> text.contains("refused.json")));
    }

    @Test
    void keysAreListedOnF1(FxRobot robot) {
        it.threeRun();

        robot.type(KeyCode.F1);

        it.until(() -> it.has("keys"));
        assertTrue(it.texts().contains("Play or pause"));
        robot.type(KeyCode.ESCAPE);
        it.until(() -> !it.has("keys"));
    }

    @Test
    void aboutSaysThatItIsNotAws(FxRobot robot) {
        it.threeRun();

        it.click(robot, "about-button");

        it.until(() -> it.has("about"));
        assertTrue(it.texts().stream().anyMatch(text -> text.contains("not affiliated")));
    }
}
