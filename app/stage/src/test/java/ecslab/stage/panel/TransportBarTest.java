package ecslab.stage.panel;

import static ecslab.stage.Samples.at;
import static ecslab.stage.Samples.header;
import static ecslab.stage.Samples.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.state.ClusterState;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TransportBarTest {

    private static final String BRANCH = "what-if 1 @ 30s";

    private final NotedPlayback playback = new NotedPlayback(frame(60, 100, false, List.of("")));
    private Words words;
    private TransportBar bar;

    @Start
    void open(Stage stage) {
        words = TestPanel.words();
        bar = new TransportBar(words, playback);
        bar.show(playback.frame());
        TestPanel.open(stage, bar, 900, 60);
    }

    @Test
    void playButtonSaysWhatItWillDo(FxRobot robot) {
        assertEquals("Play (Space)", accessible("#transport-play"));
        robot.clickOn("#transport-play");
        assertEquals(List.of("play"), playback.asked);

        TestPanel.onFx(() -> bar.show(frame(60, 100, true, List.of(""))));
        assertEquals("Pause (Space)", accessible("#transport-play"));

        TestPanel.onFx(() -> bar.show(frame(200, 200, false, List.of(""))));
        assertEquals("Play again (Space)", accessible("#transport-play"));

        TestPanel.onFx(() -> words.speak(Language.KOREAN));
        assertEquals("처음부터 재생 (Space)", accessible("#transport-play"));
    }

    @Test
    void buttonsStepAndGoToTheEnds(FxRobot robot) {
        robot.clickOn("#transport-step-on");
        robot.clickOn("#transport-step-back");
        robot.clickOn("#transport-to-start");
        robot.clickOn("#transport-to-end");
        assertEquals(List.of("step 1", "step -1", "seek 0s", "seek 1m40s"), playback.asked);
    }

    @Test
    void clockTellsTheRunAndTheCalendar() {
        assertEquals("00:01:00 / 00:03:20", label(".clock").getText());
        assertEquals("2026-11-21 00:01:00 UTC", label(".calendar").getText());
    }

    @Test
    void timeIsMovedByKeyboard(FxRobot robot) {
        TestPanel.onFx(() -> bar.lookup(".scrubber").requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.LEFT, 2).type(KeyCode.PAGE_DOWN);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        robot.type(KeyCode.END).type(KeyCode.HOME);
        assertEquals(
                List.of(
                        "seek 1m1s",
                        "seek 1m0s",
                        "seek 59s",
                        "seek 1m9s",
                        "seek 59s",
                        "seek 1m40s",
                        "seek 0s"),
                playback.asked);
    }

    @Test
    void draggingSeeksAllTheWay(FxRobot robot) {
        var scrubber = bar.lookup(".scrubber");
        robot.moveTo(scrubber).press(MouseButton.PRIMARY);
        robot.moveBy(-40, 0).moveBy(-40, 0).release(MouseButton.PRIMARY);
        assertTrue(playback.asked.size() >= 3, playback.asked.toString());
        assertEquals("seek 1m40s", playback.asked.getFirst());
    }

    @Test
    void timeIsSpoken() {
        var scrubber = bar.lookup(".scrubber");
        assertEquals(
                60.0,
                TestPanel.read(() -> scrubber.queryAccessibleAttribute(AccessibleAttribute.VALUE)));
        assertEquals(
                "00:01:00",
                TestPanel.read(
                        () -> scrubber.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING)));
    }

    @Test
    void speedIsChosenFromAMenu(FxRobot robot) {
        robot.clickOn("#transport-speed").clickOn("4×");
        assertEquals(List.of("speed 4.0"), playback.asked);
    }

    @Test
    void branchesAreOfferedOnlyIfThereAreSome(FxRobot robot) {
        var branch = (MenuButton) bar.lookup(".branch");
        assertFalse(branch.isVisible());

        TestPanel.onFx(() -> bar.show(frame(60, 100, false, List.of("", BRANCH))));
        assertTrue(branch.isVisible());
        assertEquals("as the scenario tells it", branch.getText());

        robot.clickOn(branch).clickOn("what-if 1 @ 30s");
        assertEquals(List.of("switch to " + BRANCH), playback.asked);
        TestPanel.onFx(() -> words.speak(Language.KOREAN));
        assertEquals("시나리오 그대로", branch.getText());
    }

    @Test
    void whatHappenedIsMarked() {
        assertEquals(1, bar.lookupAll(".tick.good").size());
    }

    private static Frame frame(
            long atSeconds, long frontier, boolean playing, List<String> branches) {
        return new Frame(
                header(200),
                at(atSeconds),
                ClusterState.EMPTY,
                List.of(said(30, "has reached a steady state.")),
                1,
                at(frontier),
                List.of(),
                playing,
                1,
                branches);
    }

    private String accessible(String query) {
        return TestPanel.read(() -> ((Button) bar.lookup(query)).getAccessibleText());
    }

    private Label label(String query) {
        Node node = bar.lookup(query);
        return (Label) node;
    }
}
