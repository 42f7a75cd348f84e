package ecslab.stage.picture;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small parts that actors are made of. Looks come from style sheets alone.
final class Parts {

    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

    private Parts() {}

    static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    /// A name. Where it must be shortened, its end stays: `:7` or `#2` tells it from its like.
    static Label name(String styleClass) {
        var label = label(styleClass);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }

    /// A word that is never cut off.
    static Label word(String styleClass) {
        var label = label(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static FontIcon icon(String styleClass) {
        var icon = new FontIcon();
        icon.getStyleClass().add(styleClass);
        return icon;
    }

    /// The ground that a frame stands on; what it holds can be clicked through it.
    static Region area(String styleClass) {
        var area = new Region();
        area.getStyleClass().addAll("area", styleClass);
        area.setPickOnBounds(false);
        return area;
    }

    static HBox row(Node... children) {
        var row = new HBox(children);
        row.getStyleClass().add("row");
        return row;
    }

    static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    static void grow(Region region) {
        region.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(region, Priority.ALWAYS);
    }

    static void present(Node node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }

    static String sheet(Class<?> actor, String name) {
        var url = actor.getResource(name);
        if (url == null) {
            throw new IllegalStateException(name + " is missing beside " + actor.getName());
        }
        return url.toExternalForm();
    }
}
