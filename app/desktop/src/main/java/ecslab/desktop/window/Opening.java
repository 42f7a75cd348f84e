package ecslab.desktop.window;

import ecslab.desktop.home.ErrorLog;
import ecslab.desktop.home.Home;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.SettingsFile;
import ecslab.desktop.home.Theme;
import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.live.ReaperCommand;
import ecslab.desktop.scenario.ScenarioInput;
import ecslab.desktop.study.Bookmarks;
import ecslab.desktop.study.LessonShelf;
import ecslab.ecs.scenario.Scenario;
import ecslab.learn.LessonSession;
import ecslab.lesson.progress.ProgressStore;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.play.Pacer;
import ecslab.wire.BadInput;
import ecslab.wire.text.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A launch: reads what was chosen before, opens the window, and waits until it is closed.
///
/// The first scenario is read and begun while JavaFX starts.
public final class Opening {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 860;
    private static final double WIDTH_MIN = 960;
    private static final double HEIGHT_MIN = 600;

    private final Home home;
    private final Optional<Path> lessons;
    private final UnaryOperator<Settings> overrides;
    private final Consumer<String> timing;
    private Runnable closing = () -> {};
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;

    /// Opens nothing yet.
    ///
    /// @param lessons a folder of scenarios instead of the bundled one
    /// @param overrides hold for this launch only
    /// @param timing hears how long the parts of the start took
    public Opening(
            Home home,
            Optional<Path> lessons,
            UnaryOperator<Settings> overrides,
            Consumer<String> timing) {
        this.home = home;
        this.lessons = lessons;
        this.overrides = overrides;
        this.timing = timing;
    }

    /// Returns when the window is closed.
    public void run() throws InterruptedException {
        var background = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        var shelf = lessons.map(ScenarioShelf::new).orElseGet(ScenarioShelf::bundled);
        var opener =
                new BackgroundOpener(
                        scenario -> Pacer.start(SimulatedRun.start(scenario), Platform::runLater),
                        background);
        opener.begin(shelf.firstLight());
        Platform.startup(() -> begin(shelf, opener, background));
        closed.await();
        background.shutdown();
        if (failure != null) {
            Platform.exit();
            throw new IllegalStateException("the window couldn't be opened", failure);
        }
    }

    /// Without a window nobody could close the program: what goes wrong before ends it.
    private void begin(ScenarioShelf shelf, BackgroundOpener opener, ExecutorService background) {
        try {
            show(shelf, opener, background);
        } catch (RuntimeException | Error mistake) {
            failure = mistake;
            new ErrorLog(home).write("opening the window", mistake);
            closing.run();
            closed.countDown();
        }
    }

    private void show(ScenarioShelf shelf, BackgroundOpener opener, ExecutorService background) {
        timing.accept("JavaFX");
        Look.loadFonts();
        var loaded = new SettingsFile(home).load(atFirstLaunch());
        var settings = overrides.apply(loaded.settings());
        var chosen = new Chosen(new SettingsFile(home), settings, background);
        var words = MainWindow.words(settings.language());
        var bookmarks =
                new Bookmarks(
                        ProgressStore.open(home.folder()),
                        background,
                        LocalDate::now,
                        System::nanoTime);
        var desk = desk(shelf, chosen);
        var stage = new Stage();
        var window =
                new MainWindow(
                        new Surroundings(
                                chosen,
                                shelf,
                                new LessonShelf(shelf.folder()),
                                bookmarks,
                                SimulatedRun::start,
                                LessonSession.Runs.played(SimulatedRun::start, background),
                                opener,
                                new FileDialog(stage, words),
                                new ErrorLog(home),
                                home.settings().toString(),
                                desk),
                        words);
        closing =
                () -> {
                    bookmarks.close();
                    desk.close();
                };
        window.say(loaded.notice());
        put(window, stage, settings);
        window.open(shelf.firstLight());
        new Projector(window, timing).start();
    }

    private LiveDesk desk(ScenarioShelf shelf, Chosen chosen) {
        return new LiveDesk(
                LiveDesk.signOnThisComputer(),
                LiveDesk.thisComputer(),
                () -> live(shelf),
                () -> chosen.now().live(),
                home.folder().resolve("live"),
                ReaperCommand.here(),
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()),
                Platform::runLater);
    }

    /// What a live cluster begins with.
    private static Scenario live(ScenarioShelf shelf) {
        try {
            return ScenarioInput.read(shelf.folder().resolve("live").resolve("own-engine.json"))
                    .scenario();
        } catch (BadInput ours) {
            throw new IllegalStateException(ours);
        }
    }

    private void put(MainWindow window, Stage stage, Settings settings) {
        var screen = Screen.getPrimary().getVisualBounds();
        var scene =
                new Scene(
                        window.root(),
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight()));
        Look.dress(scene, settings);
        stage.setScene(scene);
        stage.setTitle("ECS Lab");
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
        stage.setOnHidden(_ -> {
            window.playback().close();
            closing.run();
            closed.countDown();
        });
        Thread.currentThread()
                .setUncaughtExceptionHandler((_, mistake) -> window.sayOurMistake(mistake));
        stage.show();
        timing.accept("window");
    }

    /// What the computer says about its user.
    private static Settings atFirstLaunch() {
        var preferences = Platform.getPreferences();
        var isKorean = Locale.getDefault().getLanguage().equals(Locale.KOREAN.getLanguage());
        var isDark = preferences.getColorScheme() == ColorScheme.DARK;
        return new Settings(
                isKorean ? Language.KOREAN : Language.ENGLISH,
                isDark ? Theme.DARK : Theme.LIGHT,
                Settings.TEXT_PERCENT_MIN,
                preferences.isReducedMotion(),
                1);
    }
}
