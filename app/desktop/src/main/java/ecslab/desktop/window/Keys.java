package ecslab.desktop.window;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Turns keys into actions, unless what has the focus used the key itself or takes text: no letter
/// may act while somebody types, or while Hangul is being composed.
final class Keys {

    private final Actions actions;
    private boolean hasActed;

    Keys(Actions actions) {
        this.actions = actions;
    }

    void on(Node root) {
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedAnywhere);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, _ -> hasActed = false);
    }

    /// The letter of a key that acted isn't typed into what has the focus since.
    private void typed(KeyEvent event) {
        if (hasActed) {
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (!(event.getTarget() instanceof Node target && takesText(target))) {
            Shortcut.of(event).ifPresent(shortcut -> perform(shortcut, event));
        }
    }

    /// For keys that mean the same wherever the focus is.
    private void pressedAnywhere(KeyEvent event) {
        Shortcut.of(event)
                .filter(Shortcut::isForTheWholeWindow)
                .ifPresent(shortcut -> perform(shortcut, event));
    }

    private void perform(Shortcut shortcut, KeyEvent event) {
        hasActed = true;
        actions.perform(shortcut);
        event.consume();
    }

    private static boolean takesText(Node target) {
        return target instanceof TextInputControl text && text.isEditable();
    }
}
