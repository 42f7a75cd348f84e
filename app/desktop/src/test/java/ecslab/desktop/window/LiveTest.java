package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.live.LiveState;
import ecslab.desktop.scenario.ScenarioInput;
import ecslab.docker.Finding;
import ecslab.ecs.RunKind;
import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.wire.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Live mode in the window: what is found is explained, and a real cluster is started, broken,
/// frozen, looked back on, ended and replayed.
@ExtendWith(ApplicationExtension.class)
class LiveTest {

    @TempDir private static Path folder;
    private TestWindow it;

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
    void withoutDockerThePageSaysSoAndChecksAgain(FxRobot robot) {
        it.click(robot, "rail-live");
        it.until(() -> it.texts().contains("There is no sign of Docker here"));
        assertTrue(it.node("live-start").isDisabled());

        it.found =
                List.of(
                        new Finding(
                                Finding.Kind.SOCKET,
                                "unix:///var/run/docker.sock",
                                new Finding.State.Silent("Connection refused")));
        it.click(robot, "live-again");
        it.until(() ->
                it.texts()
                        .contains(
                                "Nobody answers (Connection refused). Start the engine and check"
                                        + " again."));
        assertTrue(it.node("live-start").isDisabled());
    }

    @Test
    void whatEarlierClustersLeftIsPlayedFromThePage(FxRobot robot) throws Exception {
        var live = folder.resolve("home/live");
        Files.createDirectories(live);
        var first = TestWindow.SCENARIOS.resolve("first-light.json");
        var run = SimulatedRun.start(ScenarioInput.read(first).scenario());
        run.advanceTo(SimInstant.ofSeconds(20));
        var left = RunFile.of(run.header(), run.events());
        left.write(live.resolve("live-20260102-030405.ecslab"));
        left.write(live.resolve("unfinished-live-20260203-040506.ecslab"));
        Files.writeString(live.resolve("live-notes.ecslab"), "another's file");
        it.click(robot, "rail-live");
        var cut = "2026-02-03 04:05 · until the program was ended from outside";
        it.until(() -> it.texts().containsAll(List.of(cut, "2026-01-02 03:04")));
        it.onFx(() -> {
            robot.lookup(cut).queryAs(Hyperlink.class).fire();
            return true;
        });
        it.until(() -> it.shown().header().kind() == RunKind.RECORDED);
    }

    @Test
    void realServiceIsStartedBrokenAndReplayed(FxRobot robot) throws IOException {
        it.found = LivePictures.engine();
        it.click(robot, "rail-live");
        it.until(() -> !it.node("live-start").isDisabled());
        LivePictures.take(it, "live-page");

        it.click(robot, "live-start");
        it.until(() -> it.shown().header().isLive());
        it.threeRun();
        var victim = it.running().getFirst();
        it.onFx(() -> {
            it.selection().choose(Ref.task(victim));
            return true;
        });
        it.until(() -> !it.node("live-break").isDisabled());
        LivePictures.take(it, "live-run");
        it.choose("live-break", "137");
        it.until(() -> it.shown().state().tasks().get(victim).isStopped());
        it.until(() -> it.running().size() == 3 && !it.running().contains(victim));

        it.click(robot, "transport-play");
        it.until(() -> it.texts().contains("The view stands still. The containers go on."));
        it.onFx(() -> {
            it.playback().seek(SimInstant.ofSeconds(2));
            return true;
        });
        it.until(() -> it.shown().at().equals(SimInstant.ofSeconds(2)));
        assertEquals(List.of(""), it.shown().branches());

        it.click(robot, "live-end");
        it.until(() -> it.shown().header().kind() == RunKind.RECORDED);
        it.until(() -> it.live().state().get() instanceof LiveState.Ready);
        assertTrue(it.shown().header().until().isAfter(SimInstant.ofSeconds(5)));
        try (var files = Files.list(folder.resolve("home/live"))) {
            assertEquals(1, files.filter(file -> file.toString().endsWith(".ecslab")).count());
        }
    }
}
