package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.Lab;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Place;
import ecslab.lesson.progress.ProgressStore;
import ecslab.lesson.read.LessonReader;
import ecslab.wire.BadInput;
import ecslab.wire.text.Language;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// L03 from its first beat to its last, its questions and its lab, by keyboard alone.
@ExtendWith(ApplicationExtension.class)
class WholeLessonTest {

    private static final Path LESSON = TestWindow.SCENARIOS.resolveSibling("L03-anatomy");

    @TempDir private Path home;
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
    void inEnglishWithQuestionsAndLab(FxRobot robot) throws Exception {
        var keys = new LessonKeys(it, robot);
        takeSteps(robot, keys, "You have finished this lesson");
        robot.type(KeyCode.ENTER);
        keys.answer(lesson().quiz(), TestWindow.TODAY.toEpochDay());
        assertTrue(it.texts().contains("You knew 11 of 11"), () -> it.texts().toString());
        assertEquals(11, it.bookmarks.progress().of(lesson()).answers().size());
        robot.type(KeyCode.ENTER);
        keys.awaitFocus("home-go-L03");
        keys.tabTo("home-lab-L03");
        robot.type(KeyCode.ENTER);
        keys.awaitFocus("lab-guided");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        it.until(() -> it.has("lesson-next"));
        keys.walk();
        assertTrue(isFinished(new Part.LabAt(Lab.Level.BLANK)));
    }

    /// The lesson plays at speeds of its own; what the learner has chosen stays.
    @Test
    void inKorean(FxRobot robot) throws Exception {
        it.onFx(() -> {
            it.chosen.change(now -> now.withLanguage(Language.KOREAN).withSpeed(4));
            return true;
        });
        takeSteps(robot, new LessonKeys(it, robot), "이 학습을 마쳤습니다");
        assertEquals(4, it.chosen.now().speed());
    }

    @Test
    void wrongAnswerIsProvedAndComesBackTomorrow(FxRobot robot) throws Exception {
        var keys = new LessonKeys(it, robot);
        it.threeRun();
        openLessons(robot, keys);
        keys.tabTo("home-quiz-L03");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.has("quiz-check"));
        keys.answerWrongly(lesson().quiz().getFirst(), TestWindow.TODAY.toEpochDay());
        it.onFx(() -> {
            ((Button) it.window.root().lookup(".show-me")).fire();
            return true;
        });
        keys.awaitFocus("lesson-leave-show");
        it.until(() -> it.shown().commands().size() == 2);
        robot.type(KeyCode.ESCAPE);
        it.until(() -> it.has("quiz-next"));

        var missed = it.onFx(() -> it.bookmarks.progress().missed());
        assertEquals(List.of(), missed.due(TestWindow.TODAY));
        assertEquals(List.of("L03.1"), missed.due(TestWindow.TODAY.plusDays(1)));
    }

    @Test
    void whatWasDoneIsThereAgain(FxRobot robot) throws Exception {
        var keys = new LessonKeys(it, robot);
        begin(robot, keys);
        keys.walkTo(new Place(2, 0));
        var left = keys.state();
        it.onFx(() -> {
            it.window.goTo(Actions.Place.HOME);
            return true;
        });
        it.until(() -> it.has("stop-this-task"));
        it.bookmarks.close();

        var kept = ProgressStore.open(home).progress().journey(lesson(), new Part.Steps());
        assertEquals(left.place(), kept.orElseThrow().present().place());
        assertEquals(2, kept.orElseThrow().present().commands().size());
        openLessons(robot, keys);
        assertTrue(it.texts().contains("Go on at step 3"), () -> it.texts().toString());
        robot.type(KeyCode.ENTER);
        it.until(() -> it.has("lesson-next"));
        assertEquals(left.place(), keys.state().place());
        it.until(() -> it.shown().commands().size() == 2);
    }

    private void takeSteps(FxRobot robot, LessonKeys keys, String finished) throws Exception {
        begin(robot, keys);
        keys.walk();
        assertTrue(it.texts().contains(finished), () -> it.texts().toString());
        assertTrue(isFinished(new Part.Steps()));
    }

    private void begin(FxRobot robot, LessonKeys keys) {
        it.threeRun();
        openLessons(robot, keys);
        robot.type(KeyCode.ENTER);
        it.until(() -> it.has("lesson-next"));
    }

    private static Lesson lesson() throws BadInput {
        return LessonReader.read(LESSON);
    }

    private boolean isFinished(Part part) throws BadInput {
        var lesson = lesson();
        return it.onFx(() -> it.bookmarks.progress().of(lesson).isFinished(part));
    }

    /// Tab leads to the rail, arrows from page to page.
    private void openLessons(FxRobot robot, LessonKeys keys) {
        keys.tabTo("rail-home");
        robot.type(KeyCode.DOWN);
        keys.awaitFocus("rail-lessons");
        robot.type(KeyCode.SPACE);
        keys.awaitFocus("home-go-L03");
    }
}
