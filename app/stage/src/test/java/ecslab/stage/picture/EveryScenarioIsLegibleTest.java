package ecslab.stage.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.layout.Box;
import ecslab.stage.layout.Layout;
import ecslab.stage.layout.Place;
import ecslab.stage.layout.Place.Part;
import ecslab.stage.play.Frame;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import ecslab.wire.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is true of the picture of each scenario, at any size: things lie beside or within each
/// other, and names stand whole.
class EveryScenarioIsLegibleTest {

    private static final List<Double> SHARES = List.of(0.3, 0.7);
    private static final long SECONDS_MAX = 720;
    private static final int PASSES = 3;

    /// The picture's own size in windows of 1280x720 and 1920x1080.
    private static final List<Box> SIZES =
            List.of(new Box(0, 0, 850, 446), new Box(0, 0, 1436, 713));

    private static final Set<Part> IN_CLUSTERS =
            EnumSet.of(
                    Part.BAND,
                    Part.CROWD,
                    Part.FLEET,
                    Part.GROUP,
                    Part.INSTANCE,
                    Part.TASK,
                    Part.WAITING);

    static Stream<Path> scenarios() {
        try (var files = Files.list(Path.of("..", "..", "lessons", "scenarios"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(EveryScenarioIsLegibleTest::isScenario)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A task definition's file lies among them.
    private static boolean isScenario(Path file) {
        try {
            return Files.readString(file).contains("\"startsAt\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Frame> frames(Path file) {
        try {
            var scenario = ScenarioReader.read(file.toUri().toURL()).scenario();
            var run = SimulatedRun.start(scenario);
            var seconds = Math.min(SECONDS_MAX, scenario.until().micros() / 1_000_000);
            var frames = new ArrayList<Frame>();
            for (var share : SHARES) {
                run.advanceTo(SimInstant.ofSeconds((long) (seconds * share)));
                frames.add(Frame.of(run));
            }
            return frames;
        } catch (BadInput | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void thingsLieBesideOrWithinEachOtherAndNamesStandWhole(Path file) {
        var language = Language.ENGLISH;
        for (var frame : frames(file)) {
            for (var size : SIZES) {
                var shown = language;
                var layout = Layout.of(frame.state(), frame.at(), size.width(), size.height());
                assertEquals(List.of(), clashes(layout), () -> frame.at() + " in " + size);
                assertEquals(
                        List.of(),
                        Toolkit.onFx(() -> cut(frame, shown, size)),
                        () -> shown + " at " + frame.at() + " in " + size);
                language = language == Language.ENGLISH ? Language.KOREAN : Language.ENGLISH;
            }
        }
    }

    private static List<String> clashes(Layout layout) {
        var wrong = new ArrayList<String>();
        var places = layout.boxes().keySet().stream().toList();
        for (var i = 0; i < places.size(); i++) {
            for (var j = i + 1; j < places.size(); j++) {
                if (clash(layout, places.get(i), places.get(j))) {
                    wrong.add(places.get(i) + " and " + places.get(j));
                }
            }
        }
        return wrong;
    }

    private static boolean clash(Layout layout, Place one, Place other) {
        if (!IN_CLUSTERS.contains(one.part()) || !IN_CLUSTERS.contains(other.part())) {
            return false;
        }
        var a = layout.boxes().get(one);
        var b = layout.boxes().get(other);
        return a.overlaps(b) && !a.contains(b) && !b.contains(a);
    }

    private static List<String> cut(Frame frame, Language language, Box size) {
        var view = Toolkit.view(language);
        view.show(frame);
        new Scene(view, size.width(), size.height());
        for (var pass = 0; pass < PASSES; pass++) {
            view.resize(size.width(), size.height());
            view.applyCss();
            view.layout();
        }
        var cut = new ArrayList<String>();
        for (var style : List.of("task-name", "task-state", "area-title", "meter-words")) {
            view.lookupAll("." + style).stream()
                    .filter(EveryScenarioIsLegibleTest::isSeen)
                    .map(Label.class::cast)
                    .filter(EveryScenarioIsLegibleTest::isCut)
                    .forEach(label -> cut.add(style + " " + label.getText()));
        }
        return cut;
    }

    private static boolean isSeen(Node node) {
        return node == null || (node.isVisible() && isSeen(node.getParent()));
    }

    private static boolean isCut(Label label) {
        return label.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .anyMatch(text -> !((Text) text).getText().equals(label.getText()));
    }
}
