package ecslab.stage.picture;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is written at the top of a frame. It lies above the wires that cross the frame, while the
/// frame lies below them; so a wire runs behind words and never through them.
final class Lettering extends VBox {

    private final HBox caption;

    /// @param look such as `vpc`, for the style class `lettering-vpc`
    Lettering(String look, Node... caption) {
        this.caption = Parts.row(caption);
        this.caption.getStyleClass().add("area-caption");
        getStyleClass().addAll("lettering", "lettering-" + look);
        getChildren().add(this.caption);
        setMouseTransparent(true);
        setManaged(false);
    }

    /// Adds a line below the caption.
    void add(Node line) {
        getChildren().add(line);
    }
}
