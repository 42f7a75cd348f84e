package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.Story;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Story STORY = Story.ofThree();

    private static final List<Ref> THINGS =
            List.of(
                    Ref.of(Kind.CLUSTER, "demo"),
                    Ref.service(Story.WEB),
                    Ref.task(Story.id(1)),
                    Ref.task(Story.id(2)),
                    Ref.of(Kind.LOAD_BALANCER, "web"),
                    Ref.of(Kind.TARGET_GROUP, "web"),
                    Ref.of(Kind.IMAGE, Story.IMAGE),
                    Ref.of(Kind.ROLE, "ecsTaskExecutionRole"),
                    Ref.of(Kind.TASK_DEFINITION, "web:1"),
                    Ref.of(Kind.SUBNET, "subnet-0"),
                    Ref.of(Kind.SUBNET, "subnet-1"),
                    Ref.of(Kind.TRAFFIC, "users"));

    private static StageView marked(List<Ref> things, int width, int height) {
        var view = Toolkit.view(Language.ENGLISH);
        view.show(STORY.frameAt(58_000));
        Snapshot.png(view, width, height);
        var marks = new ArrayList<Mark>();
        for (var thing : things) {
            marks.add(new Mark(thing, Integer.toString(marks.size() + 1)));
        }
        view.setMarks(marks);
        Snapshot.png(view, width, height);
        return view;
    }

    private static List<Label> badges(StageView view) {
        return view.lookupAll(".mark").stream()
                .filter(Node::isVisible)
                .map(Label.class::cast)
                .toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void everyThingHasItsBadgeAndNoneCoversAnother() {
        for (var width : List.of(640, 849, 1150)) {
            Toolkit.onFx(() -> {
                var badges = badges(marked(THINGS, width, width * 3 / 5));
                assertEquals(THINGS.size(), badges.size());
                for (var one : badges) {
                    for (var other : badges) {
                        assertFalse(
                                one != other && place(one).intersects(place(other)),
                                one.getText() + " on " + other.getText() + " at " + width);
                    }
                }
                return "apart";
            });
        }
    }

    @Test
    void badgesCoverNoNames() {
        for (var width : List.of(640, 849, 1150)) {
            Toolkit.onFx(() -> {
                var view = marked(THINGS, width, width * 3 / 5);
                var names = new ArrayList<Label>();
                for (var style : List.of("task-name", "card-title", "area-title", "users-rate")) {
                    view.lookupAll("." + style).forEach(node -> names.add((Label) node));
                }
                for (var badge : badges(view)) {
                    names.stream()
                            .filter(name -> place(name).intersects(place(badge)))
                            .forEach(name -> assertEquals("", badge.getText() + name.getText()));
                }
                return "clear";
            });
        }
    }

    @Test
    void whatIsNotThereHasNone() {
        Toolkit.onFx(() -> {
            var there = Ref.of(Kind.CLUSTER, "demo");
            var view = marked(List.of(Ref.of(Kind.CLUSTER, "other"), there), 849, 500);
            assertEquals(List.of("2"), badges(view).stream().map(Label::getText).toList());
            view.setMarks(List.of());
            assertEquals(List.of(), badges(view));
            return "none";
        });
    }
}
