package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.stage.Selection;
import ecslab.stage.Story;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class StageViewTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;

    private static final Story STORY = Story.ofThree();

    private static byte[] png(StageView view) {
        return Snapshot.png(view, WIDTH, HEIGHT);
    }

    private static byte[] fresh(Frame frame) {
        var view = Toolkit.view(Language.ENGLISH);
        view.show(frame);
        return png(view);
    }

    @Test
    void aMomentLooksTheSameHoweverItWasReached() {
        Toolkit.onFx(() -> {
            var played = Toolkit.view(Language.ENGLISH);
            png(played);
            for (var ms = 19_000; ms <= 74_000; ms += 250) {
                played.show(STORY.frameAt(ms));
            }
            for (var ms : List.of(29_000, 63_300, 20_600, 92_100, 70_500)) {
                played.show(STORY.frameAt(ms));
                assertArrayEquals(fresh(STORY.frameAt(ms)), png(played), "at " + ms);
            }
            return "same";
        });
    }

    @Test
    void aBranchLooksTheSameAsTheRunItLeftUntilItLeft() {
        Toolkit.onFx(() -> {
            var branch = Story.ofThree().stop(2, 75_000, 1);
            var view = Toolkit.view(Language.ENGLISH);
            view.show(STORY.frameAt(90_000));
            view.show(branch.frameAt(90_000));
            var other = png(view);
            assertFalse(Arrays.equals(fresh(STORY.frameAt(90_000)), other));
            view.show(branch.frameAt(70_000));
            assertArrayEquals(fresh(STORY.frameAt(70_000)), png(view));
            return "same";
        });
    }

    @Test
    void aPictureIsTheSameBytesTwice() {
        Toolkit.onFx(() -> {
            var view = Toolkit.view(Language.KOREAN);
            view.show(STORY.frameAt(72_500));
            assertArrayEquals(png(view), png(view));
            return "same";
        });
    }

    @Test
    void requestsMoveWithTheRunAndStandStillWithIt() {
        Toolkit.onFx(() -> {
            var one = fresh(STORY.frameAt(55_000));
            assertArrayEquals(one, fresh(STORY.frameAt(55_000)));
            assertFalse(Arrays.equals(one, fresh(STORY.frameAt(55_016))));
            return "moved";
        });
    }

    @Test
    void everyTaskSpeaksInEcssWords() {
        Toolkit.onFx(() -> {
            var view = Toolkit.view(Language.ENGLISH);
            view.show(STORY.frameAt(64_000));
            png(view);
            var spoken = spoken(view, text -> text.startsWith("Task web"));
            assertEquals(
                    List.of(
                            "Task web#1, STOPPING, target draining, SIGTERM."
                                    + " Container web RUNNING, essential",
                            "Task web#3, RUNNING, target healthy, 10.0.0.13:80."
                                    + " Container web RUNNING, essential",
                            "Task web#2, RUNNING, target healthy, 10.0.0.12:80."
                                    + " Container web RUNNING, essential",
                            "Task web#4, PROVISIONING, attaching ENI."
                                    + " Container web PENDING, essential"),
                    spoken);
            return "spoken";
        });
    }

    private static List<String> spoken(Parent view, Predicate<String> wanted) {
        return all(view)
                .filter(node -> node instanceof Region && node.isFocusTraversable())
                .map(Node::getAccessibleText)
                .filter(text -> text != null && wanted.test(text))
                .toList();
    }

    private static Stream<Node> all(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(node ->
                        node instanceof Parent inner
                                ? Stream.concat(Stream.of(node), all(inner))
                                : Stream.of(node));
    }

    private static Node card(StageView view, String name) {
        return all(view)
                .filter(node -> node.getStyleClass().contains("task-card"))
                .filter(node -> node.getAccessibleText().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void theKeyboardChoosesStopsAndAsksWhy() {
        Toolkit.onFx(() -> {
            var selection = new Selection();
            var view = Toolkit.view(Language.ENGLISH, selection);
            var stopped = new ArrayList<TaskId>();
            var asked = new ArrayList<Ref>();
            view.onStopTask(stopped::add);
            view.onWhy(asked::add);
            view.show(STORY.frameAt(58_000));
            png(view);

            press(card(view, "web#2"), KeyCode.ENTER);
            press(card(view, "web#3"), KeyCode.DELETE);
            press(card(view, "web#1"), KeyCode.S);
            press(card(view, "web#1"), KeyCode.W);

            assertTrue(selection.is(Ref.task(Story.id(2))));
            assertEquals(List.of(Story.id(3), Story.id(1)), stopped);
            assertEquals(List.of(Ref.task(Story.id(1))), asked);
            return "pressed";
        });
    }

    @Test
    void aTaskThatIsStoppingCannotBeStoppedAgain() {
        Toolkit.onFx(() -> {
            var view = Toolkit.view(Language.ENGLISH);
            var stopped = new ArrayList<TaskId>();
            view.onStopTask(stopped::add);
            view.show(STORY.frameAt(61_000));
            png(view);
            press(card(view, "web#1"), KeyCode.DELETE);
            assertEquals(List.of(), stopped);
            return "kept";
        });
    }

    @Test
    void arrowKeysGoToTheNeighbour() {
        Toolkit.onFx(() -> {
            var view = Toolkit.view(Language.ENGLISH);
            view.show(STORY.frameAt(58_000));
            png(view);
            var first = card(view, "web#1");
            first.requestFocus();
            press(first, KeyCode.DOWN);
            assertEquals(card(view, "web#3"), view.getScene().getFocusOwner());
            press(card(view, "web#3"), KeyCode.UP);
            press(first, KeyCode.RIGHT);
            assertEquals(card(view, "web#2"), view.getScene().getFocusOwner());
            return "went";
        });
    }

    @Test
    void nodesAreUsedAgain() {
        Toolkit.onFx(() -> {
            var view = Toolkit.view(Language.ENGLISH);
            view.show(STORY.frameAt(55_000));
            png(view);
            var before = all(view).filter(Label.class::isInstance).toList();
            for (var ms = 55_016; ms < 58_000; ms += 16) {
                view.show(STORY.frameAt(ms));
            }
            png(view);
            var after = all(view).filter(Label.class::isInstance).toList();
            assertEquals(before, after.subList(0, before.size()));
            assertTrue(after.size() - before.size() < 5, "new nodes with each frame");
            return "same";
        });
    }

    @Test
    void reducedMotionShowsNothingOnItsWay() {
        Toolkit.onFx(() -> {
            var view = Toolkit.view(Language.ENGLISH);
            view.setReducedMotion(true);
            view.show(STORY.frameAt(50_100));
            png(view);
            var flying =
                    all(view)
                            .filter(Node::isVisible)
                            .filter(it -> it.getStyleClass().contains("token"))
                            .count();
            assertEquals(0, flying);
            return "still";
        });
    }

    @Test
    void nothingIsCutOffInEitherLanguage() {
        for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
            Toolkit.onFx(() -> {
                var view = Toolkit.view(language);
                view.show(STORY.frameAt(58_000));
                Snapshot.png(view, 1150, 740);
                assertEquals(List.of(), cutOff(view), language.toString());
                return "whole";
            });
        }
    }

    private static List<String> cutOff(StageView view) {
        return all(view)
                .filter(node -> node instanceof Label label && label.isVisible())
                .map(Label.class::cast)
                .filter(label -> label.getWidth() + 0.5 < label.prefWidth(-1))
                .map(Label::getText)
                .filter(text -> !text.isEmpty() && !text.startsWith("ecsTask"))
                .toList();
    }

    @Test
    void thePictureGrowsWithTheText() {
        Toolkit.onFx(() -> {
            var usual = heightOfName("-fx-font-size: 14px;");
            assertEquals(usual * 1.5, heightOfName("-fx-font-size: 21px;"), 0.5);
            return "larger";
        });
    }

    /// On the screen, in a large window, so that there is room to grow.
    private static double heightOfName(String style) {
        var view = Toolkit.view(Language.ENGLISH);
        var root = new StackPane(view);
        root.setStyle(style);
        view.show(STORY.frameAt(58_000));
        Snapshot.png(root, 1600, 1000);
        var name =
                all(view)
                        .filter(it -> it instanceof Label label && label.getText().equals("web#2"))
                        .findFirst()
                        .orElseThrow();
        return name.localToScene(name.getBoundsInLocal()).getHeight();
    }

    @Test
    void theLanguageCanChangeWhileItIsShown() {
        Toolkit.onFx(() -> {
            var words = Words.load(Language.ENGLISH, List.of("ecslab/stage/picture"));
            var view = new StageView(words, new Selection());
            view.show(STORY.frameAt(58_000));
            png(view);
            var english = view.getAccessibleText();
            words.speak(Language.KOREAN);
            assertNotEquals(english, view.getAccessibleText());
            assertTrue(card(view, "web#1").getAccessibleText().startsWith("태스크 "));
            return "said";
        });
    }
}
