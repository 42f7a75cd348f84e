package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.stage.Story;
import ecslab.wire.text.Language;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ZoomTest {

    private static StageView shown() {
        var view = Toolkit.view(Language.ENGLISH);
        view.show(Story.ofThree().frameAt(58_000));
        Snapshot.png(view, 1150, 740);
        return view;
    }

    private static double press(StageView view, KeyCode code, boolean ctrl) {
        Event.fireEvent(
                view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false));
        return view.lookup(".stage-content").getLocalToSceneTransform().getMxx();
    }

    @Test
    void keysMakeThePictureLargerAndSmaller() {
        Toolkit.onFx(() -> {
            var view = shown();
            assertEquals(1.25, press(view, KeyCode.EQUALS, false), 0.001);
            assertEquals(1.5625, press(view, KeyCode.ADD, false), 0.001);
            assertEquals(1.25, press(view, KeyCode.MINUS, false), 0.001);
            assertEquals(1, press(view, KeyCode.DIGIT0, false), 0.001);
            return "zoomed";
        });
    }

    @Test
    void keysWithCtrlAreTheWindows() {
        Toolkit.onFx(() -> {
            assertEquals(1, press(shown(), KeyCode.EQUALS, true), 0.001);
            return "kept";
        });
    }
}
