package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.live.LiveState;
import ecslab.docker.Finding;
import ecslab.ecs.command.Command;
import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Rehearsal;
import ecslab.lesson.predicate.Verdict;
import ecslab.lesson.read.LessonReader;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.BadInput;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An act of L03 is done with real containers from the lesson's own panel: consent is asked for
/// once, the lesson's check judges it, and there is a way back at any time. Without Docker the
/// lesson only mentions it.
@ExtendWith(ApplicationExtension.class)
class LessonDoneLiveTest {

    @TempDir private static Path folder;
    private TestWindow it;
    private Player player;

    @Start
    void open(Stage stage) {
        it = new TestWindow(stage, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        it.live().close();
        it.close();
    }

    @Test
    void withoutDockerTheLessonOnlyMentionsIt() throws BadInput {
        take("step.5");
        it.until(() -> it.texts().contains(HINT));
        assertFalse(it.onFx(() -> it.node("lesson-live-begin").isVisible()));
    }

    private static final String HINT =
            "On a computer with Docker this can be done with real containers, too.";

    @Test
    void deadEngineIsExplainedAndTheLessonGoesOnSimulated() throws BadInput {
        it.found =
                List.of(
                        new Finding(
                                Finding.Kind.SOCKET,
                                "unix:///var/run/docker.sock",
                                new Finding.State.Silent("Connection refused")));
        take("step.5");
        var before = it.onFx(() -> player.journey());
        press("lesson-live-begin");
        it.until(() -> it.has("live-page") && it.node("live-start").isDisabled());
        press("live-back");
        it.until(() -> it.has("lesson-next") && state().canGoLive());
        assertEquals(before, it.onFx(() -> player.journey()));
        it.until(() -> !it.shown().header().isLive());
    }

    @Test
    void serviceOfTheLessonIsCreatedForReal() throws Exception {
        it.found = LivePictures.engine();
        take("step.5");
        press("lesson-live-begin");
        it.until(() -> it.has("live-page") && !it.node("live-start").isDisabled());
        LivePictures.take(it, "lesson-consent");
        press("live-start");
        it.until(() -> it.has("lesson-live-back") && it.shown().header().isLive());
        assertEquals(1, it.running().size(), "the task that the lesson had run before");
        LivePictures.take(it, "lesson-live");

        solve();
        it.until(() -> state().canGoOn());
        assertTrue(state().goals().stream().allMatch(one -> one.verdict() == Verdict.HOLDS));
        it.until(() -> it.running().size() == 4);
        LivePictures.take(it, "lesson-live-done");
        press("lesson-next");
        it.until(() -> !it.shown().header().isLive());
        assertEquals("step.5 check", state().step().key() + " " + state().beat().kind().word());
        it.until(() -> it.live().state().get() instanceof LiveState.Ready);
        it.until(() -> it.shown().state().services().size() == 1);
    }

    @Test
    void backAtAnyTimeAndTheSecondActAsksForNoConsent() throws Exception {
        it.found = LivePictures.engine();
        take("step.4");
        var before = it.onFx(() -> player.journey());
        press("lesson-live-begin");
        it.until(() -> it.has("live-page") && !it.node("live-start").isDisabled());
        press("live-start");
        it.until(() -> it.has("lesson-live-back") && it.shown().header().isLive());
        press("lesson-live-back");
        it.until(() -> !it.shown().header().isLive());
        assertEquals(before, it.onFx(() -> player.journey()));
        it.until(() -> it.live().state().get() instanceof LiveState.Ready);

        press("lesson-live-begin");
        it.until(() -> it.has("lesson-live-back") && it.shown().header().isLive());
        solve();
        it.until(() -> state().canGoOn());
        press("live-end");
        it.until(() -> !it.shown().header().isLive() && it.has("lesson-next"));
        assertFalse(state().canGoOn());
    }

    /// The card scrolls while it is built: nobody aims at it in that time.
    private void press(String id) {
        it.until(() -> it.has(id) && !it.node(id).isDisabled());
        it.onFx(() -> {
            ((Button) it.node(id)).fire();
            return true;
        });
    }

    private PlayerState state() {
        return it.onFx(() -> player.state());
    }

    private void solve() {
        ((Beat.Do) state().beat())
                .solution().stream().map(one -> ((Act.Call) one).command()).forEach(this::submit);
    }

    private void submit(Command command) {
        it.onFx(() -> {
            it.playback().submit(command, _ -> {});
            return true;
        });
    }

    /// Sits down to the lesson where a step's act begins.
    private void take(String step) throws BadInput {
        it.threeRun();
        var lesson = LessonReader.read(TestWindow.SCENARIOS.resolveSibling("L03-anatomy"));
        player = Player.begin(lesson, new Part.Steps(), SimulatedRun::start);
        var rehearsal = new Rehearsal(player, SimulatedRun::start);
        while (!(rehearsal.state().step().key().equals(step)
                && rehearsal.state().beat() instanceof Beat.Do)) {
            rehearsal.play();
            player.skip();
            player.next();
            rehearsal.look();
        }
        it.onFx(() -> {
            it.window.take(lesson, player);
            return true;
        });
        it.until(() -> it.has("lesson-live") && state().canGoLive());
    }
}
