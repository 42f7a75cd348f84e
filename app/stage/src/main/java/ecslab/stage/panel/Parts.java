package ecslab.stage.panel;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that panels are made of. Looks come from style sheets alone.
final class Parts {

    private Parts() {}

    /// Dresses a panel in its own style sheet, which lies beside its class.
    static void dress(Parent panel, String styleClass) {
        panel.getStyleClass().add(styleClass);
        panel.getStylesheets().addAll(sheet("parts.css"), sheet(styleClass + ".css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Parts.class.getResource(name), name).toExternalForm();
    }

    static Label label(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(0);
        return label;
    }

    static Label label(ObservableValue<String> text, String... styleClasses) {
        var label = label(styleClasses);
        label.textProperty().bind(text);
        return label;
    }

    /// A word that is never cut off.
    static Label word(String... styleClasses) {
        var label = label(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Text that takes as many lines as it needs.
    static Label prose(String... styleClasses) {
        var label = label(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Which icon it is stands in the style sheet.
    static FontIcon icon(String... styleClasses) {
        var icon = new FontIcon();
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /// Gives a button that shows no word the words that it stands for.
    static void explain(ButtonBase button, ObservableValue<String> text) {
        button.accessibleTextProperty().bind(text);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
    }

    static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    static void present(Node node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }
}
