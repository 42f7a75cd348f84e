package ecslab.learn;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import ecslab.assets.Assets;
import ecslab.learn.prose.LessonWords;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.read.LessonReader;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.Selection;
import ecslab.stage.picture.StageView;
import ecslab.stage.play.Playback;
import ecslab.stage.words.Words;
import ecslab.wire.BadInput;
import ecslab.wire.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// A window with a lesson at its left and the picture beside it, as the product has one.
final class LessonWindow {

    static final Path FIXTURE = Path.of("src/test/resources/ecslab/learn/lesson");

    private static final List<String> FONTS =
            List.of(
                    "fonts/pretendard/Pretendard-Regular.otf",
                    "fonts/pretendard/Pretendard-SemiBold.otf",
                    "fonts/pretendard/Pretendard-Bold.otf",
                    "fonts/d2coding/D2Coding.ttf");
    private static final int SECONDS_MAX = 20;

    final Words words;
    final Lesson lesson;
    final LessonWords said;
    final Player player;
    final LessonSession session;
    final LessonPanel panel;
    final List<String> left = new ArrayList<>();
    private final Selection selection = new Selection();
    private final StageView picture;
    private final BorderPane root = new BorderPane();
    private final Stage stage;
    private Optional<Playback> shown = Optional.empty();
    private final AnimationTimer pulses =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse();
                }
            };

    /// Opens it; on the FX thread.
    LessonWindow(Stage stage, Lesson lesson, Part part) {
        this.stage = stage;
        this.lesson = lesson;
        words = words(Language.ENGLISH);
        said = new LessonWords(lesson, words);
        player = Player.begin(lesson, part, SimulatedRun::start);
        session =
                new LessonSession(
                        player, LessonSession.Runs.played(SimulatedRun::start, Runnable::run));
        session.onPlayback(this::become);
        panel =
                new LessonPanel(
                        said,
                        lesson,
                        session,
                        selection,
                        new LessonPanel.Leads(
                                () -> left.add("home"),
                                () -> left.add("quiz"),
                                () -> left.add("lab")));
        picture = new StageView(words, selection);
        var centre = new StackPane(picture, panel.map());
        root.setLeft(panel);
        root.setCenter(centre);
        show(stage, root, 1280, 720);
        session.start();
        pulses.start();
    }

    static Words words(Language language) {
        var bases = new ArrayList<>(Words.STAGE_BASES);
        bases.addAll(LessonWords.BASES);
        return Words.load(language, bases);
    }

    static Lesson fixture() {
        return read(FIXTURE);
    }

    static Lesson read(Path folder) {
        try {
            return LessonReader.read(folder);
        } catch (BadInput wrong) {
            throw new AssertionError(wrong);
        }
    }

    /// Shows a view in the product's looks.
    static void show(Stage stage, Region root, int width, int height) {
        for (var font : FONTS) {
            Font.loadFont(Assets.url(font).toExternalForm(), 12);
        }
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        var scene = new Scene(root, width, height);
        root.setStyle("-fx-font-family: Pretendard; -fx-font-size: 14px;");
        stage.setScene(scene);
        stage.show();
    }

    static void turnDark() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    }

    private void become(Playback next) {
        shown.ifPresent(Playback::close);
        shown = Optional.of(next);
    }

    private void pulse() {
        session.pulse();
        session.frame()
                .ifPresent(frame -> {
                    picture.show(frame);
                    panel.show(frame);
                });
        panel.map().setVisible(panel.isMapShown());
    }

    void close() {
        WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(SECONDS_MAX),
                () -> {
                    pulses.stop();
                    shown.ifPresent(Playback::close);
                    stage.close();
                });
    }

    Region root() {
        return root;
    }

    PlayerState state() {
        return onFx(session::now);
    }

    /// Where the lesson stands, as `step.beat`, both from 1.
    String place() {
        var place = state().place();
        return (place.step() + 1) + "." + (place.beat() + 1);
    }

    void at(String place) {
        until(() -> place().equals(place));
    }

    void canGoOn() {
        until(() -> state().canGoOn());
    }

    Node node(String id) {
        return onFx(() -> stage.getScene().lookup("#" + id));
    }

    /// The id of what has the keyboard's focus; empty if it has none.
    String focus() {
        return onFx(() -> {
            var owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /// Every text of the panel that can be seen.
    List<String> texts() {
        return onFx(() ->
                Stream.concat(
                                panel.lookupAll(".text").stream()
                                        .filter(Text.class::isInstance)
                                        .filter(LessonWindow::isSeen)
                                        .map(text -> ((Text) text).getText()),
                                panel.lookupAll(".label").stream()
                                        .filter(LessonWindow::isSeen)
                                        .map(label -> ((Labeled) label).getText()))
                        .filter(text -> text != null && !text.isBlank())
                        .toList());
    }

    boolean says(String text) {
        return texts().stream().anyMatch(one -> one.contains(text));
    }

    static boolean isSeen(Node node) {
        for (var one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void until(Callable<Boolean> isTrue) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS_MAX, TimeUnit.SECONDS, isTrue);
        } catch (TimeoutException late) {
            throw new AssertionError("it didn't come true within " + SECONDS_MAX + " s", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    static <T> T onFx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS_MAX), read);
    }
}
