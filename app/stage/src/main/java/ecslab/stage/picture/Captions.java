package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Cue.Caption;
import ecslab.stage.layout.Box;
import ecslab.stage.layout.Measure;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Routes;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Words that stay for a moment beside the thing they are about; the newest about each thing.
final class Captions {

    /// The share of its time after which a caption fades.
    private static final double FADES_AFTER = 0.8;

    private static final double EDGE = 4;

    private final Group group = new Group();
    private final List<Label> labels = new ArrayList<>();

    Captions() {
        group.setMouseTransparent(true);
        group.setManaged(false);
    }

    Node node() {
        return group;
    }

    void show(List<Caption> captions, Routes routes, Spotlight light, SimInstant at) {
        Map<Place, Caption> newest = new LinkedHashMap<>();
        for (var caption : captions) {
            place(routes, caption.on()).ifPresent(place -> newest.put(place, caption));
        }
        var used = 0;
        for (var entry : newest.entrySet()) {
            var spot = routes.spots().get(entry.getKey());
            if (spot != null) {
                var label = label(used++);
                say(label, entry.getValue(), entry.getKey(), spot, routes, at);
                label.setOpacity(label.getOpacity() * light.on(entry.getKey()));
            }
        }
        for (var label : labels.subList(used, labels.size())) {
            label.setVisible(false);
        }
    }

    private static Optional<Place> place(Routes routes, Ref on) {
        return routes.whereabouts().find(on, on);
    }

    private Label label(int index) {
        if (index == labels.size()) {
            var made = new Label();
            made.getStyleClass().add("caption-tag");
            labels.add(made);
            group.getChildren().add(made);
        }
        return labels.get(index);
    }

    private static void say(
            Label label, Caption caption, Place place, Spot spot, Routes routes, SimInstant at) {
        label.setText(caption.words());
        Flights.tone(label, caption.tone());
        label.setVisible(true);
        var gone = caption.progressAt(at);
        label.setOpacity(gone < FADES_AFTER ? 1 : (1 - gone) / (1 - FADES_AFTER));
        label.applyCss();
        label.autosize();
        var measure = routes.whereabouts().layout().measure();
        var anchor =
                place.part().isFrame() ? onFrame(spot.box(), measure) : onCard(spot.box(), label);
        var x =
                anchor.isRight()
                        ? anchor.x() - label.getWidth() - EDGE
                        : anchor.x() - label.getWidth() / 2;
        label.relocate(
                Math.rint(Math.max(spot.box().x(), x)),
                Math.rint(anchor.y() - label.getHeight() / 2));
    }

    /// @param x of the right end, or of the middle
    private record Anchor(double x, double y, boolean isRight) {}

    private static Anchor onFrame(Box frame, Measure measure) {
        return new Anchor(frame.right(), frame.y() + measure.caption() / 2, true);
    }

    /// Where the words of a card leave room: high ones have it at their right, below the revision;
    /// lower ones lend the revision's place; those of two lines have it in their middle.
    private static Anchor onCard(Box card, Label label) {
        if (card.height() >= TaskCard.FOUR_LINES_MIN) {
            return new Anchor(card.right(), card.centerY(), true);
        }
        if (card.height() >= TaskCard.THREE_LINES_MIN) {
            return new Anchor(card.right(), card.centerY() - label.getHeight(), true);
        }
        return new Anchor(
                card.centerX(),
                card.height() >= TaskCard.TWO_LINES_MIN ? card.centerY() : card.y(),
                false);
    }
}
