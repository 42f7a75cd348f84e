package ecslab.desktop.window;

import ecslab.stage.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Every key and what it does.
final class KeysSheet extends GridPane {

    private static final int COLUMNS = 2;

    KeysSheet(Words words) {
        getStyleClass().add("keys");
        for (var i = 0; i < COLUMNS; i++) {
            var what = new ColumnConstraints();
            what.setHgrow(Priority.ALWAYS);
            getColumnConstraints().addAll(new ColumnConstraints(), what);
        }
        var shortcuts = Shortcut.values();
        var rows = (shortcuts.length + COLUMNS - 1) / COLUMNS;
        for (var i = 0; i < shortcuts.length; i++) {
            var column = i / rows * 2;
            add(keys(shortcuts[i]), column, i % rows);
            add(Said.label(words, shortcuts[i].key(), "keys-what"), column + 1, i % rows);
        }
    }

    private static HBox keys(Shortcut shortcut) {
        var caps = new HBox();
        caps.getStyleClass().add("keys-caps");
        for (var printed : shortcut.printed()) {
            var cap = new Label(printed);
            cap.getStyleClass().add("keys-cap");
            caps.getChildren().add(cap);
        }
        return caps;
    }
}
