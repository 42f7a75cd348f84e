package ecslab.stage.picture;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.fault.Registries;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An image with its layers; or an image that a task definition names and ECR doesn't hold.
final class ImageCard implements Actor {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass PULLED = PseudoClass.getPseudoClass("pulled");
    private static final int LAYERS_MAX = 8;

    private final VBox box = new VBox();
    private final HBox layers = new HBox();
    private final Label tag = Parts.name("card-title");
    private final Label count = Parts.word("card-detail");
    private final Label about = Parts.label("card-detail");
    private final String uri;

    ImageCard(String uri) {
        this.uri = uri;
        layers.getStyleClass().add("image-layers");
        box.getStyleClass().addAll("card", "image-card");
        Parts.grow(layers);
        var stack = Parts.row(layers, count);
        box.getChildren().addAll(Parts.row(Parts.icon("image-icon"), tag), about, stack);
        tag.setText(Arns.lastPart(uri));
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var image = moment.state().images().get(uri);
        var isPulled =
                moment.state().pulls().values().stream().anyMatch(pull -> pull.image().equals(uri));
        box.pseudoClassStateChanged(MISSING, image == null);
        box.pseudoClassStateChanged(PULLED, isPulled);
        about.setText(about(moment, image == null ? -1 : image.sizeMib()));
        count.setText(
                image == null ? "" : moment.say("picture.image.layers", "count", image.layers()));
        stack(image == null ? 0 : Math.min(LAYERS_MAX, image.layers()));
        box.setAccessibleText(
                moment.say("picture.image.spoken", "name", tag.getText())
                        + ", "
                        + about.getText()
                        + (image == null ? "" : ", " + count.getText()));
    }

    /// Where images are of several registries, each says of which.
    private String about(Moment moment, int sizeMib) {
        var registry = Registries.brand(ImageName.parse(uri).host());
        if (sizeMib < 0) {
            return moment.say("picture.image.missing", "registry", registry);
        }
        var size = moment.say("picture.image.size", "size", sizeMib);
        return Registries.all(moment.state()).size() > 1 ? size + " · " + registry : size;
    }

    private void stack(int count) {
        if (layers.getChildren().size() == count) {
            return;
        }
        layers.getChildren().clear();
        for (var i = 0; i < count; i++) {
            var layer = new Region();
            layer.getStyleClass().add("image-layer");
            HBox.setHgrow(layer, Priority.ALWAYS);
            layers.getChildren().add(layer);
        }
    }

    @Override
    public Optional<Ref> chooses() {
        return Optional.of(Ref.of(Kind.IMAGE, uri));
    }
}
