package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Stands for what there was no room for.
final class MoreCard implements Actor {

    private final StackPane box = new StackPane();
    private final Label text = Parts.label("more-text");
    private final ToIntFunction<Moment> hidden;

    /// @param hidden counts what isn't shown
    MoreCard(ToIntFunction<Moment> hidden) {
        this.hidden = hidden;
        box.getStyleClass().add("more-card");
        box.getChildren().add(text);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        text.setText(moment.say("picture.more", "count", hidden.applyAsInt(moment)));
        box.setAccessibleText(text.getText());
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.empty();
    }
}
