package ecslab.learn.part;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Labels, icons and buttons. Looks come from style sheets alone.
public final class Parts {

    private Parts() {}

    /// Dresses a view in its style sheets.
    ///
    /// @param sheets names of files that lie beside `owner`
    public static void dress(Parent view, Class<?> owner, String... sheets) {
        view.getStylesheets().add(sheet(Parts.class, "parts.css"));
        for (var name : sheets) {
            view.getStylesheets().add(sheet(owner, name));
        }
    }

    private static String sheet(Class<?> owner, String name) {
        return Objects.requireNonNull(owner.getResource(name), name).toExternalForm();
    }

    public static Label label(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(0);
        return label;
    }

    /// A word that is never cut off.
    public static Label word(String... styleClasses) {
        var label = label(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    public static Label word(ObservableValue<String> text, String... styleClasses) {
        var label = word(styleClasses);
        label.textProperty().bind(text);
        return label;
    }

    /// Text that takes as many lines as it needs.
    public static Label prose(String... styleClasses) {
        var label = label(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    public static Label prose(ObservableValue<String> text, String... styleClasses) {
        var label = prose(styleClasses);
        label.textProperty().bind(text);
        return label;
    }

    /// Which icon it is stands in the style sheet.
    public static FontIcon icon(String... styleClasses) {
        var icon = new FontIcon();
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /// A button with words, which are never cut off.
    public static Button button(ObservableValue<String> text, Runnable action, String... styles) {
        var button = new Button();
        button.textProperty().bind(text);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button that shows only an icon, and says what it does when pointed at or read aloud.
    public static Button iconButton(
            ObservableValue<String> text, Runnable action, String... styles) {
        var button = new Button();
        button.setGraphic(icon(styles));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(_ -> action.run());
        explain(button, text);
        return button;
    }

    /// Gives a button that shows no word the words that it stands for.
    public static void explain(ButtonBase button, ObservableValue<String> text) {
        button.accessibleTextProperty().bind(text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
    }

    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static HBox row(String styleClass, Node... children) {
        var row = new HBox(children);
        row.getStyleClass().add(styleClass);
        return row;
    }

    public static void present(Node node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }

    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
