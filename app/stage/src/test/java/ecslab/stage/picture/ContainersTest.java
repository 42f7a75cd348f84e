package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.stage.Story;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class ContainersTest {

    /// One task with so many containers: the second has ended, the third is healthy.
    private static StageView shown(int containers, int width, int height) {
        return shown(Story.empty("a"), containers, width, height);
    }

    private static StageView shown(Story empty, int containers, int width, int height) {
        var story = empty.cluster(0).definition(0);
        story.service(0, Story.WEB, 1, 1).running(1, 10, 0);
        var task = story.stateAt(10).tasks().get(Story.id(1));
        var all = new ArrayList<Container>();
        for (var i = 0; i < containers; i++) {
            var ended = i == 1;
            all.add(
                    new Container(
                            "c" + i,
                            Story.IMAGE,
                            "",
                            ended ? ContainerStatus.STOPPED : ContainerStatus.RUNNING,
                            ended ? new Exit.Code(3) : Exit.NONE,
                            "",
                            i == 2 ? HealthStatus.HEALTHY : HealthStatus.UNKNOWN,
                            i == 0,
                            0,
                            0,
                            List.of()));
        }
        story.add(new Event.TaskStateChange(Story.at(20), task.withContainers(all)));
        var view = Toolkit.view(Language.ENGLISH);
        view.show(story.frameAt(5_000));
        Snapshot.png(view, width, height);
        return view;
    }

    /// What each chip says, from top to bottom, and what stands for those that have none.
    private static List<String> said(StageView view) {
        var parts = new ArrayList<Node>(view.lookupAll(".container-chip"));
        parts.addAll(view.lookupAll(".containers-more"));
        parts.addAll(view.lookupAll(".container-tally"));
        return parts.stream()
                .filter(node -> node.isVisible() && node.isManaged())
                .sorted(
                        Comparator.comparing(ContainersTest::top)
                                .thenComparing(ContainersTest::left))
                .map(ContainersTest::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private static String words(Node node) {
        if (node instanceof Label label) {
            return label.getText();
        }
        var words = new ArrayList<String>();
        collect((Parent) node, words);
        return String.join(" ", words);
    }

    private static void collect(Parent parent, List<String> words) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child.isManaged() && child instanceof Label label) {
                words.add(label.getText());
            } else if (child.isManaged() && child instanceof Parent inner) {
                collect(inner, words);
            }
        }
    }

    @Test
    void eachSaysItsStateExitCodeHealthAndWhetherItIsEssential() {
        Toolkit.onFx(() -> {
            assertEquals(
                    List.of("c0 essential RUNNING", "c1 exit 3", "c2 HEALTHY RUNNING"),
                    said(shown(3, 1150, 740)));
            return "said";
        });
    }

    @Test
    void moreThanFourAreCounted() {
        Toolkit.onFx(() -> {
            var said = said(shown(6, 1150, 740));
            assertEquals(5, said.size());
            assertEquals("+2", said.getLast());
            return "counted";
        });
    }

    @Test
    void whereThereIsLittleRoomTheyAreStillSeen() {
        Toolkit.onFx(() -> {
            for (var count = 1; count <= 4; count++) {
                var view = shown(count, 640, 420);
                assertTrue(!said(view).isEmpty(), count + " containers");
                view.lookupAll(".container-chip").stream()
                        .filter(Node::isVisible)
                        .forEach(ContainersTest::assertInside);
            }
            return "seen";
        });
    }

    @Test
    void narrowCardCountsThemWithTheIconOfTheWorst() {
        Toolkit.onFx(() -> {
            var view = shown(Story.empty("a", "b", "c"), 2, 720, 420);
            assertEquals(List.of("1/2"), said(view));
            var tally = view.lookup(".container-tally");
            assertEquals(
                    "2 containers: Container c0 RUNNING, essential, Container c1 STOPPED, exit 3",
                    tally.getAccessibleText());
            assertTrue(tally.getPseudoClassStates().contains(PseudoClass.getPseudoClass("failed")));
            return "counted";
        });
    }

    @Test
    void narrowCardSaysNothingOfOneThatRunsAsItsTaskDoes() {
        Toolkit.onFx(() -> {
            var view = shown(Story.empty("a", "b", "c"), 1, 640, 420);
            assertEquals(List.of(), said(view));
            var card = view.lookup(".task-card");
            assertTrue(!card.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chip")));
            return "silent";
        });
    }

    private static void assertInside(Node chip) {
        var card = chip.getParent();
        while (!card.getStyleClass().contains("task-card")) {
            card = card.getParent();
        }
        var inner = chip.localToScene(chip.getLayoutBounds());
        assertTrue(card.localToScene(card.getLayoutBounds()).contains(inner), inner.toString());
    }
}
