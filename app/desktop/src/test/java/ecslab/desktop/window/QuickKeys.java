package ecslab.desktop.window;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;

/// Presses keys as fast as the window takes them. TestFX's own robot waits a tenth of a second
/// after each, which adds up over a whole lesson.
final class QuickKeys {

    private final TestWindow it;
    private final FxRobot robot;
    private final KeyboardRobot keyboard;

    QuickKeys(TestWindow it, FxRobot robot) {
        this.it = it;
        this.robot = robot;
        keyboard = robot.robotContext().getKeyboardRobot();
    }

    /// Presses keys one after the other.
    void type(KeyCode... keys) {
        for (var key : keys) {
            held(key);
        }
    }

    /// Presses keys together and lets them go in the other order.
    void held(KeyCode... keys) {
        for (var key : keys) {
            keyboard.pressNoWait(key);
        }
        for (var key : List.of(keys).reversed()) {
            keyboard.releaseNoWait(key);
        }
        taken();
    }

    void write(String text) {
        robot.write(text, 0);
    }

    /// What a key starts may itself be put off once.
    private void taken() {
        for (var i = 0; i < 3; i++) {
            it.onFx(() -> true);
        }
    }
}
