package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event.ApiCall;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Somebody who has never seen ECS opens the window, stops a task, and sees the service replace it.
@ExtendWith(ApplicationExtension.class)
class FirstLaunchTest {

    @TempDir private static Path home;
    private TestWindow it;

    @Start
    void open(Stage stage) {
        it = new TestWindow(stage, home);
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void sceneMovesBySentenceAndButton() {
        it.threeRun();

        assertTrue(it.shown().playing());
        assertEquals(
                "The service web keeps 3 tasks running. Stop one and watch what it does.",
                it.text("first-light-sentence"));
        assertEquals("Stop this task", it.text("stop-this-task"));
        assertFalse(it.node("stop-this-task").isDisabled());
    }

    @Test
    void stoppedTaskIsReplaced(FxRobot robot) {
        it.threeRun();
        var first = it.running().getFirst();

        it.click(robot, "stop-this-task");

        it.until(() -> it.shown().state().tasks().get(first).isLeaving());
        it.until(() -> it.shown().state().tasks().size() == 4 && it.service().runningCount() == 3);
        assertEquals(
                "3 again: web#4 took over. The service keeps the number you asked for.",
                it.text("first-light-sentence"));
        it.until(() -> it.shown().state().tasks().get(first).lastStatus() == TaskStatus.STOPPED);
    }

    @Test
    void keyboardAloneStopsATask(FxRobot robot) {
        it.threeRun();

        robot.type(KeyCode.S);

        it.until(() -> it.shown().state().tasks().size() == 4);
        assertEquals(1, it.shown().commands().size());
    }

    @Test
    void whyIsOneKeyAway(FxRobot robot) {
        it.threeRun();
        it.click(robot, "stop-this-task");
        it.until(() -> it.shown().state().tasks().size() == 4);

        robot.type(KeyCode.W);

        it.until(() -> it.onFx(() -> it.window.selection().now().isPresent()));
    }

    @Test
    void spacePausesAndPlays(FxRobot robot) {
        it.threeRun();

        robot.type(KeyCode.SPACE);
        it.until(() -> !it.shown().playing());

        robot.type(KeyCode.SPACE);
        it.until(() -> it.shown().playing());
    }

    @Test
    void spacePausesAlsoAfterTheButtonWasClicked(FxRobot robot) {
        it.threeRun();
        it.click(robot, "stop-this-task");
        it.until(() -> it.shown().commands().size() == 1);

        robot.type(KeyCode.SPACE);

        it.until(() -> !it.shown().playing());
        assertEquals(1, it.shown().commands().size());
    }

    @Test
    void actingInThePastMakesABranch(FxRobot robot) {
        it.threeRun();
        it.until(() -> it.shown().at().isAfter(SimInstant.ofSeconds(30)));
        it.pausedAt(SimInstant.ofSeconds(15));
        assertEquals("", it.shown().header().branch());

        it.click(robot, "stop-this-task");

        it.until(() -> !it.shown().header().branch().isEmpty());
        assertEquals(SimInstant.ofSeconds(15), it.shown().commands().getFirst().at());
        assertEquals(2, it.shown().branches().size());
        assertTrue(
                it.shown().events().stream()
                        .anyMatch(event ->
                                event instanceof ApiCall call && call.origin() == Origin.LEARNER));
    }

    @Test
    void goingBackShowsThePictureThatWasThere() {
        it.threeRun();
        it.pausedAt(SimInstant.ofSeconds(15));
        var before = it.picture();

        it.onFx(() -> {
            it.window.playback().play();
            return true;
        });
        it.until(() -> it.shown().at().isAfter(SimInstant.ofSeconds(40)));
        it.pausedAt(SimInstant.ofSeconds(15));

        assertArrayEquals(before, it.picture());
    }

    @Test
    void undoTakesTheStopBack(FxRobot robot) {
        it.threeRun();
        it.click(robot, "stop-this-task");
        it.until(() -> it.shown().commands().size() == 1);

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);

        it.until(() -> it.shown().commands().isEmpty());
        assertEquals(3, it.service().desiredCount());
    }

    @Test
    void bracketsChangeTheSpeed(FxRobot robot) {
        it.threeRun();

        robot.type(KeyCode.OPEN_BRACKET);

        it.until(() -> it.shown().speed() < 30);
    }

    @Test
    void homeGoesToTheStart(FxRobot robot) {
        it.threeRun();
        robot.type(KeyCode.SPACE);
        it.until(() -> !it.shown().playing());

        robot.type(KeyCode.HOME);

        it.until(() -> it.shown().at().equals(SimInstant.START));
    }
}
