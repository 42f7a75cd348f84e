package ecslab.desktop.window;

import ecslab.stage.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Every key and what it does.
final class KeysSheet extends GridPane {

    private static final int COLUMNS = 2;

    /// What keys do while the picture, or a thing in it, has the focus.
    private static final List<Line> OF_THE_PICTURE =
            List.of(
                    new Line(List.of("M", "Menu"), "keys.picture.menu"),
                    new Line(List.of("Enter"), "keys.picture.choose"),
                    new Line(List.of("+"), "keys.picture.in"),
                    new Line(List.of("−"), "keys.picture.out"),
                    new Line(List.of("0"), "keys.picture.fit"));

    /// @param text the key of what they do
    private record Line(List<String> keys, String text) {}

    KeysSheet(Words words) {
        getStyleClass().add("keys");
        for (var i = 0; i < COLUMNS; i++) {
            var what = new ColumnConstraints();
            what.setHgrow(Priority.ALWAYS);
            getColumnConstraints().addAll(new ColumnConstraints(), what);
        }
        var lines = new ArrayList<Line>();
        for (var shortcut : Shortcut.values()) {
            lines.add(new Line(shortcut.printed(), shortcut.key()));
        }
        lines.addAll(OF_THE_PICTURE);
        var rows = (lines.size() + COLUMNS - 1) / COLUMNS;
        for (var i = 0; i < lines.size(); i++) {
            var column = i / rows * 2;
            add(keys(lines.get(i).keys()), column, i % rows);
            add(Said.label(words, lines.get(i).text(), "keys-what"), column + 1, i % rows);
        }
    }

    private static HBox keys(List<String> keys) {
        var caps = new HBox();
        caps.getStyleClass().add("keys-caps");
        for (var printed : keys) {
            var cap = new Label(printed);
            cap.getStyleClass().add("keys-cap");
            caps.getChildren().add(cap);
        }
        return caps;
    }
}
