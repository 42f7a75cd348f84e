package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Cue.Caption;
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

    /// Cards of this height have room for words at their right; smaller ones get them on their
    /// edge.
    private static final double ROOM_INSIDE_MIN = 48;

    private final Group group = new Group();
    private final List<Label> labels = new ArrayList<>();

    Captions() {
        group.setMouseTransparent(true);
        group.setManaged(false);
    }

    Node node() {
        return group;
    }

    void show(List<Caption> captions, Routes routes, SimInstant at) {
        Map<Place, Caption> newest = new LinkedHashMap<>();
        for (var caption : captions) {
            place(routes, caption.on()).ifPresent(place -> newest.put(place, caption));
        }
        var used = 0;
        for (var entry : newest.entrySet()) {
            var spot = routes.spots().get(entry.getKey());
            if (spot != null) {
                say(label(used++), entry.getValue(), entry.getKey(), spot, routes, at);
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
        var box = spot.box();
        var isFrame = place.part().isFrame();
        var hasRoom = isFrame || box.height() >= ROOM_INSIDE_MIN;
        var x = hasRoom ? box.right() - label.getWidth() - 8 : box.centerX() - label.getWidth() / 2;
        var y = hasRoom ? box.centerY() : box.y();
        var middle = isFrame ? box.y() + routes.whereabouts().layout().measure().caption() / 2 : y;
        label.relocate(Math.rint(x), Math.rint(middle - label.getHeight() / 2));
    }
}
