package ecslab.stage.picture;

import ecslab.stage.fault.Broken;
import ecslab.stage.layout.Box;
import ecslab.stage.layout.Lit;
import ecslab.stage.layout.Measure;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Spot;
import ecslab.stage.layout.Whereabouts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Says at each thing what of it is broken on purpose, as long as it is: an icon and words, at the
/// thing's lower edge, or in the middle of a frame's caption if that is free. Where there is room
/// for no word, the icon says that there is something to ask about.
final class FaultTags {

    /// What the caption of a narrow frame leaves free at its right.
    private static final double CAPTION_SHARE = 0.5;

    private final Group group = new Group();
    private final List<Label> tags = new ArrayList<>();

    FaultTags() {
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Node node() {
        return group;
    }

    void draw(Moment moment, Whereabouts where, Map<Place, Spot> spots) {
        Map<Place, List<Broken>> byPlace = new LinkedHashMap<>();
        for (var broken : Broken.all(moment.state())) {
            Lit.find(broken.on(), where)
                    .map(Lit::at)
                    .filter(spots::containsKey)
                    .filter(place -> place.part() != Part.INSTANCE)
                    .ifPresent(place ->
                            byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(broken));
        }
        var used = 0;
        for (var entry : byPlace.entrySet()) {
            var spot = spots.get(entry.getKey());
            if (spot != null) {
                show(tag(used++), moment, entry.getKey(), entry.getValue(), spot);
            }
        }
        for (var tag : tags.subList(used, tags.size())) {
            tag.setVisible(false);
        }
    }

    private Label tag(int index) {
        if (index == tags.size()) {
            var made = new Label();
            made.getStyleClass().add("fault-tag");
            made.setGraphic(Parts.icon("fault-icon"));
            tags.add(made);
            group.getChildren().add(made);
        }
        var tag = tags.get(index);
        tag.setVisible(true);
        return tag;
    }

    private static void show(Label tag, Moment moment, Place place, List<Broken> all, Spot spot) {
        var measure = moment.layout().measure();
        var said =
                all.stream()
                        .map(one -> moment.words().now().of(one.tag()))
                        .distinct()
                        .collect(Collectors.joining(" · "));
        var isInCaption =
                place.part().isFrame() && place.part() != Part.SHELF && place.part() != Part.ZONE;
        var room = isInCaption ? spot.box().width() * CAPTION_SHARE : spot.box().width();
        tag.setMaxWidth(room);
        fit(tag, said);
        if (tag.prefWidth(-1) > room && all.size() > 1) {
            fit(tag, moment.say("picture.faults", "count", all.size()));
        }
        if (tag.prefWidth(-1) > room) {
            fit(tag, "");
        }
        tag.setOpacity(spot.opacity());
        stand(tag, place, spot.box(), measure);
    }

    private static void fit(Label tag, String text) {
        tag.setText(text);
        tag.applyCss();
        tag.autosize();
    }

    private static void stand(Label tag, Place place, Box box, Measure measure) {
        var x = box.x() + measure.pad();
        var y = box.bottom() + measure.gap() / 2 - tag.getHeight() / 2;
        if (place.part() == Part.IMAGE) {
            x = box.right() - tag.getWidth() - 2;
            y = box.bottom() - tag.getHeight() - 2;
        } else if (place.part() == Part.SHELF) {
            x = box.centerX() - tag.getWidth() / 2;
            y = box.bottom() - tag.getHeight() / 2;
        } else if (place.part() == Part.ZONE) {
            x = box.centerX() - tag.getWidth() / 2;
            y = box.bottom() - tag.getHeight() / 2;
        } else if (place.part().isFrame()) {
            x = box.centerX() - tag.getWidth() / 2;
            y = box.y() + (measure.caption() - tag.getHeight()) / 2;
        }
        tag.relocate(Math.rint(x), Math.rint(y));
    }
}
