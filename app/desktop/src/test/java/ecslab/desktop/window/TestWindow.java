package ecslab.desktop.window;

import ecslab.desktop.home.ErrorLog;
import ecslab.desktop.home.Home;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.SettingsFile;
import ecslab.desktop.home.Theme;
import ecslab.desktop.live.LiveDesk;
import ecslab.desktop.scenario.ScenarioInput;
import ecslab.desktop.study.Bookmarks;
import ecslab.desktop.study.LessonShelf;
import ecslab.docker.Finding;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.time.SimInstant;
import ecslab.learn.LessonSession;
import ecslab.lesson.play.Take;
import ecslab.lesson.progress.ProgressStore;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Pacer;
import ecslab.stage.play.Playback;
import ecslab.wire.BadInput;
import ecslab.wire.text.Language;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the headless platform, at its first launch, with time running fast.
final class TestWindow {

    static final Path SCENARIOS = Path.of("..", "..", "lessons", "scenarios");

    /// Run seconds a second: enough to see a minute in two seconds, little enough to meet each
    /// frame.
    private static final double FAST = 30;

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final int SECONDS_MAX = 60;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    final MainWindow window;
    final Chosen chosen;
    final Bookmarks bookmarks;
    Optional<Path> answer = Optional.empty();
    private final LiveDesk live;

    /// The Docker engines that are found.
    volatile List<Finding> found = List.of();

    private final Stage stage;

    /// Opens it; on the FX thread.
    TestWindow(Stage stage, Path home) {
        this.stage = stage;
        Look.loadFonts();
        var settings = new Settings(Language.ENGLISH, Theme.LIGHT, 100, false, FAST);
        var kept = new Home(home);
        chosen = new Chosen(new SettingsFile(kept), settings, Runnable::run);
        bookmarks =
                new Bookmarks(
                        ProgressStore.open(home), Runnable::run, () -> TODAY, System::nanoTime);
        var shelf = new ScenarioShelf(SCENARIOS.getParent());
        live =
                new LiveDesk(
                        () -> !found.isEmpty(),
                        () -> found,
                        () -> read(shelf.folder().resolve("live/own-engine.json")),
                        () -> chosen.now().live(),
                        home.resolve("live"),
                        List.of(),
                        task -> Thread.ofVirtual().start(task),
                        Platform::runLater);
        window =
                new MainWindow(
                        new Surroundings(
                                chosen,
                                shelf,
                                new LessonShelf(shelf.folder()),
                                bookmarks,
                                SimulatedRun::start,
                                TestWindow::openHasty,
                                new BackgroundOpener(
                                        scenario ->
                                                Pacer.start(
                                                        SimulatedRun.start(scenario),
                                                        Platform::runLater),
                                        Runnable::run),
                                () -> answer,
                                new ErrorLog(kept),
                                kept.settings().toString(),
                                live),
                        MainWindow.words(settings.language()));
        var scene = new Scene(window.root(), WIDTH, HEIGHT);
        Look.dress(scene, settings);
        stage.setScene(scene);
        stage.show();
        window.open(shelf.firstLight());
        new Projector(window, _ -> {}).start();
    }

    private static Scenario read(Path file) {
        try {
            return ScenarioInput.read(file).scenario();
        } catch (BadInput broken) {
            throw new IllegalStateException(broken);
        }
    }

    ecslab.stage.Selection selection() {
        return window.selection();
    }

    Playback playback() {
        return window.playback();
    }

    LiveDesk live() {
        return live;
    }

    /// Lessons in which time runs faster than they ask for.
    private static void openHasty(Take take, Consumer<Playback> opened) {
        LessonSession.Runs.played(SimulatedRun::start, Runnable::run)
                .open(take, playback -> opened.accept(hasty(playback)));
    }

    /// Plays as another, but faster.
    private static Playback hasty(Playback playback) {
        return (Playback)
                Proxy.newProxyInstance(
                        TestWindow.class.getClassLoader(),
                        new Class<?>[] {Playback.class},
                        (_, method, given) ->
                                method.invoke(
                                        playback,
                                        method.getName().equals("setSpeed")
                                                ? new Object[] {(double) given[0] * FAST}
                                                : given));
    }

    void close() {
        WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(SECONDS_MAX),
                () -> {
                    window.playback().close();
                    stage.close();
                });
    }

    Frame shown() {
        return onFx(window::shown);
    }

    Service service() {
        return shown().state().services().values().iterator().next();
    }

    List<TaskId> running() {
        return shown().state().tasks().values().stream()
                .filter(task -> task.lastStatus() == TaskStatus.RUNNING && !task.isLeaving())
                .map(ecslab.ecs.model.Task::id)
                .toList();
    }

    Node node(String id) {
        return onFx(() -> stage.getScene().lookup("#" + id));
    }

    boolean has(String id) {
        return onFx(() -> stage.getScene().lookup("#" + id) != null);
    }

    String text(String id) {
        return onFx(() -> ((Labeled) stage.getScene().lookup("#" + id)).getText());
    }

    /// The pixels of the stage.
    int[] picture() {
        var image =
                onFx(() -> stage.getScene().getRoot().lookup(".stage-view").snapshot(null, null));
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /// Chooses the entry of a menu that says some words.
    void choose(String menu, String words) {
        until(() -> !node(menu).isDisabled());
        onFx(() -> {
            var items = ((MenuButton) stage.getScene().lookup("#" + menu)).getItems();
            entries(items)
                    .filter(item -> item.getText().contains(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(menu + " has no " + words))
                    .fire();
            return true;
        });
    }

    private static Stream<MenuItem> entries(List<MenuItem> items) {
        return items.stream()
                .flatMap(item ->
                        item instanceof Menu group ? entries(group.getItems()) : Stream.of(item));
    }

    /// Every text that is on the screen.
    List<String> texts() {
        return onFx(() ->
                Stream.of(".label", ".button", ".hyperlink")
                        .flatMap(kind -> stage.getScene().getRoot().lookupAll(kind).stream())
                        .filter(Labeled.class::isInstance)
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> text != null && !text.isBlank())
                        .toList());
    }

    /// Waits until a thing has its place, and clicks on it.
    void click(FxRobot robot, String id) {
        until(() -> onFx(() -> isLaidOut(stage.getScene().lookup("#" + id))));
        robot.clickOn("#" + id);
    }

    private static boolean isLaidOut(Node node) {
        return node != null && node.getBoundsInParent().getWidth() > 0;
    }

    void threeRun() {
        until(() -> !shown().state().services().isEmpty() && service().runningCount() == 3);
    }

    void pausedAt(SimInstant instant) {
        onFx(() -> {
            window.playback().pause();
            window.playback().seek(instant);
            return true;
        });
        until(() -> shown().at().equals(instant) && !shown().playing());
    }

    void until(Callable<Boolean> isTrue) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS_MAX, TimeUnit.SECONDS, isTrue);
        } catch (TimeoutException late) {
            throw new AssertionError("it didn't come true within " + SECONDS_MAX + " s", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    <T> T onFx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS_MAX), read);
    }
}
