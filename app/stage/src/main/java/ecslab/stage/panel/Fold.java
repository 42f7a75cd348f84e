package ecslab.stage.panel;

import ecslab.stage.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// The button that folds a panel at the window's right edge to a strip, and unfolds it.
final class Fold {

    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    private final Button button = new Button();
    private final BooleanProperty collapsed = new SimpleBooleanProperty(this, "collapsed");

    Fold(Words words, Region panel) {
        button.getStyleClass().addAll("flat", "button-icon", "fold");
        button.setGraphic(Parts.icon());
        var fold = words.text("inspector.fold");
        var unfold = words.text("inspector.unfold");
        collapsed.subscribe(isCollapsed -> {
            panel.pseudoClassStateChanged(COLLAPSED, isCollapsed);
            Parts.explain(button, isCollapsed ? unfold : fold);
        });
        button.setOnAction(_ -> collapsed.set(!collapsed.get()));
    }

    Button button() {
        return button;
    }

    BooleanProperty collapsed() {
        return collapsed;
    }
}
