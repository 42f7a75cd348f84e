package ecslab.learn.answer;

import java.util.OptionalInt;
import javafx.scene.input.KeyEvent;

/// Reads digit keys, by key code: they work under every layout.
final class Digits {

    private Digits() {}

    /// 1 to 9; empty for other keys, and while a modifier is held.
    static OptionalInt of(KeyEvent event) {
        if (!event.getCode().isDigitKey() || event.isShortcutDown() || event.isAltDown()) {
            return OptionalInt.empty();
        }
        var name = event.getCode().getName();
        var digit = name.charAt(name.length() - 1) - '0';
        return digit >= 1 && digit <= 9 ? OptionalInt.of(digit) : OptionalInt.empty();
    }
}
