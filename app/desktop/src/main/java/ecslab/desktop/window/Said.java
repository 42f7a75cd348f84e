package ecslab.desktop.window;

import ecslab.stage.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Controls that say a text by its key, and go on saying it when the language changes.
final class Said {

    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    private Said() {}

    static Label label(Words words, String key, String... styles) {
        return label(words.text(key), styles);
    }

    static Label label(ObservableValue<String> text, String... styles) {
        var label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label paragraph(ObservableValue<String> text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        return label;
    }

    static Button button(Words words, String key, Ikon icon, Runnable pressed) {
        var button = new Button("", new FontIcon(icon));
        button.textProperty().bind(words.text(key));
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    /// A button that shows only an icon: its name is in the tooltip, and is read aloud.
    static Button icon(Words words, String key, Ikon icon, Runnable pressed) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(_ -> pressed.run());
        name(button, words.text(key));
        return button;
    }

    static void name(ButtonBase button, ObservableValue<String> text) {
        button.accessibleTextProperty().bind(text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        button.setTooltip(tooltip);
    }
}
