package ecslab.desktop.window;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Turns keys into actions, unless what has the focus used the key itself or takes text: no letter
/// may act while somebody types, or while Hangul is being composed.
final class Keys {

    private final Actions actions;

    Keys(Actions actions) {
        this.actions = actions;
    }

    void pressed(KeyEvent event) {
        if (!(event.getTarget() instanceof Node target && takesText(target))) {
            Shortcut.of(event).ifPresent(shortcut -> perform(shortcut, event));
        }
    }

    /// For keys that mean the same wherever the focus is.
    void pressedAnywhere(KeyEvent event) {
        Shortcut.of(event)
                .filter(Shortcut::isForTheWholeWindow)
                .ifPresent(shortcut -> perform(shortcut, event));
    }

    private void perform(Shortcut shortcut, KeyEvent event) {
        actions.perform(shortcut);
        event.consume();
    }

    private static boolean takesText(Node target) {
        return target instanceof TextInputControl text && text.isEditable();
    }
}
