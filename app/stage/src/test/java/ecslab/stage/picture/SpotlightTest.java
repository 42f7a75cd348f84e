package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.stage.Story;
import ecslab.wire.text.Language;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;

class SpotlightTest {

    private static final Story STORY = Story.ofThree();
    private static final Ref SECOND = Ref.task(Story.id(2));
    private static final double DIMMED_LEAST = 0.4;

    private static StageView shown() {
        var view = Toolkit.view(Language.ENGLISH);
        view.show(STORY.frameAt(58_000));
        png(view);
        return view;
    }

    private static byte[] png(StageView view) {
        return Snapshot.png(view, 1150, 740);
    }

    private static double opacity(StageView view, String styleClass, String spoken) {
        return view.lookupAll("." + styleClass).stream()
                .filter(node -> node.getAccessibleText().contains(spoken))
                .mapToDouble(Node::getOpacity)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theThingIsBrightAndTheRestCanStillBeRead() {
        Toolkit.onFx(() -> {
            var view = shown();
            view.setFocus(Optional.of(SECOND));
            assertEquals(Optional.of(SECOND), view.focused());
            assertEquals(1, opacity(view, "task-card", "web#2"));
            for (var dimmed : new String[] {"web#1", "web#3"}) {
                var opacity = opacity(view, "task-card", dimmed);
                assertTrue(opacity >= DIMMED_LEAST && opacity < 0.7, dimmed + " " + opacity);
            }
            assertTrue(opacity(view, "service-frame", "web") < 0.7);
            return "lit";
        });
    }

    @Test
    void aRingStandsAroundIt() {
        Toolkit.onFx(() -> {
            var view = shown();
            var ring = (Region) view.lookup(".spotlight");
            assertFalse(ring.isVisible());
            view.setFocus(Optional.of(SECOND));
            var card =
                    view.lookupAll(".task-card").stream()
                            .filter(node -> node.getAccessibleText().contains("web#2"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(ring.isVisible());
            assertTrue(ring.getBoundsInParent().contains(card.getBoundsInParent()));
            assertTrue(ring.getWidth() - card.getLayoutBounds().getWidth() < 12);
            return "around";
        });
    }

    @Test
    void onlyItsWiresAreBright() {
        Toolkit.onFx(() -> {
            var view = shown();
            view.setFocus(Optional.of(SECOND));
            var opacities =
                    view.lookupAll(".wire").stream()
                            .filter(Polyline.class::isInstance)
                            .filter(Node::isVisible)
                            .map(Node::getOpacity)
                            .sorted()
                            .toList();
            assertEquals(3, opacities.size());
            assertTrue(opacities.get(1) < 0.7);
            assertEquals(1, opacities.get(2));
            view.setFocus(Optional.of(Ref.of(Kind.TARGET_GROUP, "web")));
            assertTrue(
                    view.lookupAll(".wire").stream()
                            .filter(Node::isVisible)
                            .allMatch(wire -> wire.getOpacity() == 1));
            return "wired";
        });
    }

    @Test
    void theSameMomentAndFocusLookTheSame() {
        Toolkit.onFx(() -> {
            var view = shown();
            var plain = png(view);
            view.setFocus(Optional.of(Ref.service(Story.WEB)));
            view.show(STORY.frameAt(20_600));
            view.setFocus(Optional.of(SECOND));
            view.show(STORY.frameAt(58_000));
            var other = shown();
            other.setFocus(Optional.of(SECOND));
            var lit = png(view);
            assertArrayEquals(png(other), lit);
            assertFalse(Arrays.equals(plain, lit));
            view.setFocus(Optional.empty());
            assertArrayEquals(plain, png(view));
            return "same";
        });
    }

    @Test
    void nothingIsDimmedForWhatIsNotThere() {
        Toolkit.onFx(() -> {
            var view = shown();
            var plain = png(view);
            view.setFocus(Optional.of(Ref.of(Kind.CLUSTER, "other")));
            assertEquals(Optional.empty(), view.focused());
            assertArrayEquals(plain, png(view));
            return "bright";
        });
    }

    @Test
    void theLightFollowsWhatComesAndGoes() {
        Toolkit.onFx(() -> {
            var view = shown();
            var fourth = Ref.task(Story.id(4));
            view.setFocus(Optional.of(fourth));
            assertEquals(Optional.empty(), view.focused());
            view.show(STORY.frameAt(62_000));
            assertEquals(Optional.of(fourth), view.focused());
            return "followed";
        });
    }
}
