package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.ecs.model.Fault;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Without a mouse, a thing is broken where it stands, mended from the list, and any command is
/// written beside the picture.
@ExtendWith(ApplicationExtension.class)
class BreakByKeyboardTest {

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

    private void focus(Node node) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, node::requestFocus);
    }

    private Node firstTask() {
        return it.window.root().lookup(".task-card");
    }

    private List<Fault.Kind> broken() {
        return it.shown().state().faults().values().stream().map(Fault::kind).toList();
    }

    @Test
    void theMenuOfATaskBreaksItsHealthAndTheListMendsIt(FxRobot robot) {
        it.threeRun();
        it.playback().pause();
        it.until(() -> !it.shown().playing());
        focus(firstTask());
        robot.type(KeyCode.M);
        it.until(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        robot.type(KeyCode.UP, KeyCode.ENTER);
        it.until(() -> broken().size() == 1);

        it.until(() -> it.has("faults") && it.node("faults").isVisible());
        assertEquals("1 fault", it.text("faults"));
        focus(it.node("faults"));
        robot.type(KeyCode.SPACE);
        it.until(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        it.until(() -> broken().isEmpty());
        it.until(() -> !it.node("faults").isVisible());
    }

    @Test
    void anyCommandIsWrittenBesideThePicture(FxRobot robot) {
        it.threeRun();
        it.playback().pause();
        it.until(() -> !it.shown().playing());
        focus(firstTask());
        robot.type(KeyCode.C);
        it.until(() -> it.has("workbench"));
        robot.write("registrydown");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.has("compose-run"));
        focus(it.node("compose-run"));
        robot.type(KeyCode.SPACE);
        it.until(() -> broken().equals(List.of(Fault.Kind.REGISTRY_DOWN)));

        robot.type(KeyCode.ESCAPE);
        it.until(() -> !it.has("compose-run"));
        robot.type(KeyCode.ESCAPE);
        it.until(() -> !it.has("workbench"));
        assertFalse(broken().isEmpty());
    }

    @Test
    void searchIsReachedFromAnywhere(FxRobot robot) {
        it.threeRun();
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        it.until(() -> {
            var owner = it.window.root().getScene().getFocusOwner();
            return owner != null && owner.getStyleClass().contains("search");
        });
    }
}
