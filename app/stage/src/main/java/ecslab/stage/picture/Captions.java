package ecslab.stage.picture;

import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Cue.Caption;
import ecslab.stage.layout.Box;
import ecslab.stage.layout.Measure;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Routes;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Words that stay for a moment beside the thing they are about; the newest about each thing.
final class Captions {

    /// The share of its time after which a caption fades.
    private static final double FADES_AFTER = 0.8;

    private final Group group = new Group();
    private final List<Label> labels = new ArrayList<>();

    Captions() {
        group.setMouseTransparent(true);
        group.setManaged(false);
    }

    Node node() {
        return group;
    }

    /// @param taken where other words stand, which say more: a caption on them is left out
    void show(
            List<Caption> captions,
            Routes routes,
            Spotlight light,
            SimInstant at,
            List<Bounds> taken) {
        Map<Place, Caption> newest = new LinkedHashMap<>();
        for (var caption : captions) {
            place(routes, caption.on()).ifPresent(place -> newest.put(place, caption));
        }
        var used = 0;
        for (var entry : newest.entrySet()) {
            var spot = routes.spots().get(entry.getKey());
            if (spot != null && hasRoom(entry.getKey(), spot.box())) {
                var label = label(used++);
                say(label, entry.getValue(), entry.getKey(), spot, routes, at);
                label.setOpacity(label.getOpacity() * light.on(entry.getKey()));
                var where = label.getBoundsInParent();
                label.setVisible(taken.stream().noneMatch(where::intersects));
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
        stand(label, place, spot.box(), routes.whereabouts().layout().measure());
    }

    /// Below a card, where no words stand. A frame's stand on its lower edge.
    private static void stand(Label label, Place place, Box box, Measure measure) {
        var width = label.getWidth();
        var middle = box.bottom() + measure.gap() / 2;
        var left = box.centerX() - width / 2;
        if (place.part().isFrame()) {
            middle = box.bottom();
        } else if (place.part() == Part.BALANCER) {
            left = box.x() + measure.gap();
        }
        label.relocate(
                Math.rint(Math.max(box.x(), left)), Math.rint(middle - label.getHeight() / 2));
    }

    /// Below chips and lines there is no room, and words on them would hide more than they say.
    private static boolean hasRoom(Place place, Box box) {
        return place.part() != Part.CROWD && box.height() >= TaskCard.TWO_LINES_MIN;
    }
}
