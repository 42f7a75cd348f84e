package ecslab.desktop.shot;

import ecslab.desktop.home.ErrorLog;
import ecslab.desktop.home.Home;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.SettingsFile;
import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.study.Bookmarks;
import ecslab.desktop.study.LessonShelf;
import ecslab.desktop.window.Chosen;
import ecslab.desktop.window.Look;
import ecslab.desktop.window.MainWindow;
import ecslab.desktop.window.Opener.Outcome;
import ecslab.desktop.window.ScenarioShelf;
import ecslab.desktop.window.Still;
import ecslab.desktop.window.Surroundings;
import ecslab.lesson.play.Player;
import ecslab.lesson.progress.ProgressStore;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.picture.Snapshot;
import ecslab.wire.scenario.ScenarioFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Takes pictures of the window on JavaFX's headless platform.
public final class Camera {

    /// Layout settles in two: the second shows lists whose rows were measured in the first. Some
    /// more cost little.
    private static final int PASSES = 4;

    private final Settings settings;
    private final Size size;

    public Camera(Settings settings, Size size) {
        this.settings = settings;
        this.size = size;
    }

    /// In pixels.
    public record Size(int width, int height) {}

    /// A PNG: the same sight gives the same bytes.
    public byte[] take(Sight sight) {
        var png = new CompletableFuture<byte[]>();
        onScreen(() -> pose(sight, png));
        return png.join();
    }

    /// Starts JavaFX without a display, unless somebody has started it before.
    static void onScreen(Runnable work) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
        try {
            Platform.startup(work);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException _) {
            Platform.runLater(work);
        }
    }

    /// In no window: a scene by itself is laid out and painted as well, and may be larger than any
    /// screen.
    private void pose(Sight sight, CompletableFuture<byte[]> png) {
        try {
            Look.loadFonts();
            Look.take(settings.theme());
            var window = new MainWindow(surroundings(sight), MainWindow.words(settings.language()));
            var scene = new Scene(window.root(), size.width(), size.height());
            Look.dress(scene, settings);
            open(window, sight);
            sight.chosen().ifPresent(window.selection()::choose);
            sight.tab().ifPresent(window::showTab);
            for (var i = 0; i < PASSES; i++) {
                window.root().applyCss();
                window.root().layout();
                window.pulse();
            }
            png.complete(Snapshot.png(window.root(), size.width(), size.height()));
        } catch (RuntimeException | Error failure) {
            png.completeExceptionally(failure);
        }
    }

    /// A window that shows what somebody turns to, in a scene that nobody sees.
    MainWindow open(ScenarioFile file, Moving playback) {
        Look.loadFonts();
        Look.take(settings.theme());
        var path = Path.of("bench.json");
        var sight =
                new Sight(
                        path,
                        file,
                        playback.frame(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var window = new MainWindow(surroundings(sight), MainWindow.words(settings.language()));
        var scene = new Scene(window.root(), size.width(), size.height());
        Look.dress(scene, settings);
        window.hear(new Outcome.Opened(path, file, playback));
        return window;
    }

    private static void open(MainWindow window, Sight sight) {
        sight.lesson()
                .ifPresentOrElse(
                        one ->
                                window.take(
                                        one.lesson(),
                                        Player.resume(
                                                one.lesson(), one.journey(), SimulatedRun::start)),
                        () ->
                                window.hear(
                                        new Outcome.Opened(
                                                sight.path(),
                                                sight.scenario(),
                                                new Still(sight.frame()))));
    }

    /// A shot keeps nothing and asks nobody.
    private Surroundings surroundings(Sight sight) {
        var nowhere = new Home(Path.of("no-such-folder"));
        var chosen = new Chosen(new SettingsFile(nowhere), settings, _ -> {});
        var shelf = ScenarioShelf.bundled();
        var store = ProgressStore.open(nowhere.folder());
        return new Surroundings(
                chosen,
                shelf,
                new LessonShelf(shelf.folder()),
                new Bookmarks(store, _ -> {}, () -> LocalDate.EPOCH, () -> 0),
                SimulatedRun::start,
                (_, opened) -> opened.accept(new Still(sight.frame())),
                (_, _) -> {},
                Optional::empty,
                new ErrorLog(nowhere),
                "settings.json",
                LiveDesk.none());
    }
}
