package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.stage.layout.Spot;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A frame that says what it holds: the Region, the VPC, an Availability Zone, AWS Fargate, a
/// shelf.
final class Area implements Actor {

    /// What the caption needs beside its words: icon, spaces and edges.
    private static final double BESIDE = 44;

    private final Region box;
    private final Lettering lettering;
    private final Label title = Parts.label("area-title");
    private final Label about = Parts.label("area-about");
    private final Function<Moment, Caption> captions;
    private Optional<Ref> chooses = Optional.empty();

    /// @param about may be empty
    /// @param isOut whether it is cut off from everything
    record Caption(String title, String about, Optional<Ref> chooses, boolean isOut) {

        static Caption of(String title, String about) {
            return of(title, about, Optional.empty());
        }

        static Caption of(String title, String about, Optional<Ref> chooses) {
            return new Caption(title, about, chooses, false);
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
        box = Parts.area("area-" + kind);
        lettering = new Lettering(kind, caption(form));
    }

    private Node[] caption(Form form) {
        return switch (form) {
            case SPREAD -> new Node[] {Parts.icon("area-icon"), title, Parts.spring(), about};
            case CENTRED -> new Node[] {Parts.icon("area-icon"), title, about};
            case BARE -> new Node[] {title};
        };
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Optional<Lettering> lettering() {
        return Optional.of(lettering);
    }

    @Override
    public void show(Moment moment, Spot spot) {
        var caption = captions.apply(moment);
        title.setText(caption.title());
        about.setText(caption.about());
        Parts.present(about, spot.box().width() >= needed());
        chooses = caption.chooses();
        box.pseudoClassStateChanged(TaskLooks.BAD, caption.isOut());
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
