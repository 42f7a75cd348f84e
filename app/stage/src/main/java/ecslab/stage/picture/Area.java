package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A frame that says what it holds: the Region, the VPC, an Availability Zone, AWS Fargate, a
/// shelf.
final class Area implements Actor {

    /// What the caption needs beside its words: icon, spaces and edges.
    private static final double BESIDE = 44;

    private final VBox box = new VBox();
    private final Label title = Parts.label("area-title");
    private final Label about = Parts.label("area-about");
    private final Function<Moment, Caption> captions;
    private Optional<Ref> chooses = Optional.empty();

    /// @param about may be empty
    record Caption(String title, String about, Optional<Ref> chooses) {

        static Caption of(String title, String about) {
            return new Caption(title, about, Optional.empty());
        }
    }

    /// How the caption's words stand.
    enum Form {
        /// An icon and the title at the left, the rest at the right.
        SPREAD,
        /// In the middle, since wires run at the edges.
        CENTRED,
        /// Only the title, for where there is little room.
        BARE
    }

    /// @param kind such as `vpc`, for the style class `area-vpc`
    Area(String kind, Form form, Function<Moment, Caption> captions) {
        this.captions = captions;
        box.getStyleClass().addAll("area", "area-" + kind);
        var row = caption(form);
        row.getStyleClass().add("area-caption");
        box.getChildren().add(row);
        box.setPickOnBounds(false);
    }

    private HBox caption(Form form) {
        return switch (form) {
            case SPREAD -> Parts.row(Parts.icon("area-icon"), title, Parts.spring(), about);
            case CENTRED -> Parts.row(Parts.icon("area-icon"), title, about);
            case BARE -> Parts.row(title);
        };
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var caption = captions.apply(moment);
        title.setText(caption.title());
        about.setText(caption.about());
        about.setVisible(spot.box().width() >= needed());
        chooses = caption.chooses();
        box.setAccessibleText(
                caption.about().isEmpty()
                        ? caption.title()
                        : caption.title() + ", " + caption.about());
    }

    /// Half a word says nothing: then rather none.
    private double needed() {
        return title.prefWidth(-1) + about.prefWidth(-1) + BESIDE;
    }

    @Override
    public Optional<Ref> chooses() {
        return chooses;
    }
}
