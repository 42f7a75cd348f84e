package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.desktop.home.Home;
import ecslab.desktop.home.Settings;
import ecslab.desktop.home.SettingsFile;
import ecslab.desktop.home.Theme;
import ecslab.wire.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Language and theme change while the run goes on; nothing starts again.
@ExtendWith(ApplicationExtension.class)
class LanguageAndThemeTest {

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    @TempDir private static Path home;
    private TestWindow it;

    @Start
    void open(Stage stage) {
        it = new TestWindow(stage, home);
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void everyPanelSpeaksTheOtherLanguage(FxRobot robot) {
        it.threeRun();
        var before = it.shown().at();

        it.click(robot, "language-ko");

        it.until(() -> it.text("stop-this-task").equals("이 태스크 중지"));
        assertEquals(
                "서비스 web은 태스크 3개를 계속 유지합니다. 하나를 중지하고 무슨 일이 일어나는지 보세요.",
                it.text("first-light-sentence"));
        assertEquals("첫 장면", it.text("scenario-title"));
        for (var part : List.of(".rail", ".transport-bar", ".inspector", ".event-drawer")) {
            assertTrue(hangulIn(part), part + " says nothing in Korean");
        }
        assertTrue(it.shown().at().isAfter(before));
        assertTrue(it.shown().playing());

        it.click(robot, "language-en");
        it.until(() -> it.text("stop-this-task").equals("Stop this task"));
    }

    @Test
    void noticeThatIsOpenIsSaidInTheOtherLanguage(FxRobot robot) {
        it.threeRun();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        it.until(() -> it.onFx(() -> it.window.root().lookup(".notice") != null));

        it.click(robot, "language-ko");

        it.until(() -> hangulIn(".notice .notice-what"));
    }

    /// To dress a window anew takes as long as ten pictures: only what dresses it may do so.
    @Test
    void onlyThemeAndSizeOfTextDressTheWindowAnew() {
        it.threeRun();
        var dressed = new AtomicInteger();
        var sheets = it.onFx(() -> it.window.root().getScene().getStylesheets());
        sheets.addListener((InvalidationListener) _ -> dressed.incrementAndGet());

        it.onFx(() -> {
            it.chosen.change(now -> now.withSpeed(now.speed() * 2));
            it.chosen.change(now -> now.withInspector(Settings.Folding.FOLDED));
            it.chosen.change(now -> now.withLanguage(Language.KOREAN));
            it.chosen.change(now -> now.withReducedMotion(!now.reducedMotion()));
            return dressed;
        });
        assertEquals(0, dressed.get());

        it.onFx(() -> {
            it.chosen.change(now -> now.withTextPercent(150));
            return dressed;
        });
        assertTrue(dressed.get() > 0);
    }

    @Test
    void themeChangesWhileItRuns(FxRobot robot) {
        it.threeRun();
        var before = it.shown().at();

        it.click(robot, "theme-button");

        it.until(() -> it.onFx(() -> it.window.root().getStyleClass().contains("dark")));
        it.until(() -> it.shown().at().isAfter(before));
        assertTrue(it.shown().playing());
    }

    @Test
    void whatWasChosenIsThereAtTheNextLaunch(FxRobot robot) {
        it.threeRun();

        it.click(robot, "language-ko");
        it.click(robot, "theme-button");
        it.click(robot, "text-size-button");

        it.until(() -> it.chosen.now().textPercent() == 125);
        var usual = new Settings(Language.ENGLISH, Theme.LIGHT, 100, false, 1);
        var kept = new SettingsFile(new Home(home)).load(usual).settings();
        assertEquals(it.chosen.now(), kept);
        assertEquals(Language.KOREAN, kept.language());
        assertEquals(125, kept.textPercent());
    }

    @Test
    void keysChangeTheSizeOfText(FxRobot robot) {
        it.threeRun();

        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        it.until(() -> it.chosen.now().textPercent() == 125);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        it.until(() -> it.chosen.now().textPercent() == 100);
    }

    /// On its face, or read aloud where the face is an icon.
    private boolean hangulIn(String part) {
        return it.onFx(() ->
                it.window.root().lookup(part).lookupAll("*").stream()
                        .flatMap(LanguageAndThemeTest::said)
                        .anyMatch(text -> HANGUL.matcher(text).find()));
    }

    private static Stream<String> said(Node node) {
        var face = node instanceof Text text ? text.getText() : null;
        return Stream.of(face, node.getAccessibleText()).filter(Objects::nonNull);
    }
}
