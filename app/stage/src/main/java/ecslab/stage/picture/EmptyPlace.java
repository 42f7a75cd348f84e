package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says what would stand here, why it doesn't, and which API action brings it.
final class EmptyPlace implements Actor {

    /// Where there is room for a second line.
    private static final double TWO_LINES_MIN = 36;

    private final VBox box = new VBox();
    private final Label title = Parts.label("empty-title");
    private final Label why = Parts.label("empty-why");
    private final String titleKey;
    private final String whyKey;

    EmptyPlace(String titleKey, String whyKey) {
        this.titleKey = titleKey;
        this.whyKey = whyKey;
        why.setWrapText(true);
        box.getStyleClass().add("empty-place");
        box.getChildren().addAll(title, why);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        title.setText(moment.say(titleKey));
        why.setText(moment.say(whyKey));
        Parts.present(why, spot.box().height() >= TWO_LINES_MIN);
        box.setAccessibleText(title.getText() + ". " + why.getText());
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.empty();
    }
}
