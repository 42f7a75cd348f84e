package ecslab.learn.answer;

import java.util.OptionalInt;
import javafx.scene.input.KeyEvent;

/// Reads digit keys, by key code: they work under every layout.
final class Digits {

    /// How many things have a digit of their own.
    static final int COUNT = 10;

    private Digits() {}

    /// What is printed on the key of the thing at this place.
    ///
    /// @param place from 1 to [#COUNT]
    static String printed(int place) {
        return String.valueOf(place % COUNT);
    }

    /// 1 to 9, and 10 for the key 0; empty for other keys, and while a modifier is held.
    static OptionalInt of(KeyEvent event) {
        if (!event.getCode().isDigitKey() || event.isShortcutDown() || event.isAltDown()) {
            return OptionalInt.empty();
        }
        var name = event.getCode().getName();
        var digit = name.charAt(name.length() - 1) - '0';
        return OptionalInt.of(digit == 0 ? COUNT : digit);
    }
}
