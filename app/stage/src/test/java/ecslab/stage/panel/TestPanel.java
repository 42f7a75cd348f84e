package ecslab.stage.panel;

import atlantafx.base.theme.PrimerLight;
import ecslab.lessons.Lessons;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.words.Words;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import ecslab.wire.text.Language;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// One panel in a window of its own, on the headless platform.
final class TestPanel {

    private static final int SECONDS_MAX = 20;

    private TestPanel() {}

    static Words words() {
        return Words.load(Language.ENGLISH, List.of("ecslab/stage/panel", "ecslab/stage/explain"));
    }

    /// A service of three that comes to life within a minute; users send from 2m on.
    static SimulatedRun anatomy() {
        try {
            var scenario = ScenarioReader.read(Lessons.url("scenarios/anatomy.json"));
            return SimulatedRun.start(scenario.scenario());
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }

    static void open(Stage stage, Parent panel, int width, int height) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(panel, width, height));
        stage.show();
    }

    /// Does something on the FX thread and waits until it is drawn.
    static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(SECONDS_MAX),
                () -> {
                    work.run();
                    layOut();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What has just appeared has no place before the next pulse.
    private static void layOut() {
        for (var window : Window.getWindows()) {
            window.getScene().getRoot().applyCss();
            window.getScene().getRoot().layout();
        }
    }

    static <T> T read(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS_MAX), work);
    }

    /// All texts that are on the screen, from top to bottom as they were added.
    static List<String> texts(Parent panel) {
        return read(() ->
                panel.lookupAll("*").stream()
                        .filter(Labeled.class::isInstance)
                        .filter(TestPanel::isSeen)
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> text != null && !text.isEmpty())
                        .toList());
    }

    static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
