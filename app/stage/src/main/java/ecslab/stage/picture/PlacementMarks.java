package ecslab.stage.picture;

import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.layout.Box;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.layout.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// How ECS placed the task that is chosen or pointed at: each instance says whether it had room,
/// and if not, why; a frame stands around the one that was taken.
final class PlacementMarks {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final String CHOSEN_KEY = "place.chosen";

    private final Group group = new Group();
    private final List<Label> tags = new ArrayList<>();
    private final Region ring = new Region();

    PlacementMarks() {
        ring.getStyleClass().add("placed-ring");
        group.setManaged(false);
        group.setMouseTransparent(true);
        group.getChildren().add(ring);
    }

    Node node() {
        return group;
    }

    /// @param pointedAt what the reader has chosen or points at
    void draw(Moment moment, Optional<Ref> pointedAt, Map<Place, Spot> spots) {
        var used = 0;
        ring.setVisible(false);
        var decision = pointedAt.flatMap(ref -> placing(moment, ref));
        if (decision.isPresent()) {
            var machines = new HashMap<String, Ec2Instance>();
            moment.state()
                    .capacity()
                    .instances()
                    .values()
                    .forEach(one -> machines.put(one.name(), one));
            for (var candidate : decision.get().candidates()) {
                var machine = machines.get(candidate.name());
                var spot =
                        machine == null
                                ? null
                                : spots.get(Place.of(Part.INSTANCE, machine.instanceId()));
                if (spot != null) {
                    show(tag(used++), moment, candidate, spot.box());
                }
            }
        }
        for (var tag : tags.subList(used, tags.size())) {
            tag.setVisible(false);
        }
    }

    /// Where its words stand.
    List<Bounds> taken() {
        return tags.stream().filter(Node::isVisible).map(Node::getBoundsInParent).toList();
    }

    /// The newest decision about where a task runs that considered container instances.
    private static Optional<Decision> placing(Moment moment, Ref ref) {
        if (ref.kind() != Kind.TASK && ref.kind() != Kind.SERVICE) {
            return Optional.empty();
        }
        return moment.state().decisions().getOrDefault(ref, List.of()).stream()
                .filter(one -> one.kind() == Decision.Kind.PLACE && !one.candidates().isEmpty())
                .findFirst();
    }

    private Label tag(int index) {
        if (index == tags.size()) {
            var made = new Label();
            made.getStyleClass().add("placement-tag");
            made.setGraphic(Parts.icon("placement-icon"));
            tags.add(made);
            group.getChildren().add(made);
        }
        var tag = tags.get(index);
        tag.setVisible(true);
        return tag;
    }

    private void show(Label tag, Moment moment, Decision.Candidate candidate, Box box) {
        var key = candidate.why().key();
        var isChosen = candidate.accepted() && key.startsWith(CHOSEN_KEY);
        var isRefused = key.startsWith("place.check");
        tag.pseudoClassStateChanged(CHOSEN, isChosen);
        tag.pseudoClassStateChanged(REFUSED, isRefused);
        var verdict = isChosen ? "chosen" : "fits";
        tag.setText(
                isRefused || !candidate.why().values().containsKey("memory")
                        ? moment.words().now().of(candidate.why())
                        : room(moment, "picture.place." + verdict, candidate));
        tag.setMaxWidth(box.width());
        tag.applyCss();
        tag.autosize();
        tag.relocate(
                Math.rint(box.right() - tag.getWidth()),
                Math.rint(box.bottom() - tag.getHeight() / 2));
        if (isChosen) {
            var around = box.inset(-2);
            ring.resizeRelocate(around.x(), around.y(), around.width(), around.height());
            ring.setVisible(true);
        }
    }

    private static String room(Moment moment, String verdict, Decision.Candidate candidate) {
        var values = candidate.why().values();
        return moment.say(
                verdict,
                "cpu",
                values.getOrDefault("cpu", ""),
                "memory",
                values.getOrDefault("memory", ""),
                "scores",
                values.getOrDefault("scores", ""));
    }
}
