package ecslab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Showing;
import ecslab.lesson.play.Standing;
import ecslab.lesson.predicate.Verdict;
import ecslab.stage.picture.Mark;
import ecslab.wire.text.Language;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A lesson needs no mouse.
@ExtendWith(ApplicationExtension.class)
class LessonByKeyboardTest {

    private LessonWindow it;

    @Start
    void open(Stage stage) {
        it = new LessonWindow(stage, LessonWindow.fixture(), new Part.Steps());
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void everyKindOfBeatIsDoneByKeys(FxRobot robot) {
        createCluster(robot);
        predictTwo(robot);
        sortMatchAndOrder(robot);
        labelAndWrite(robot);
        assertEquals(List.of(), it.left);
        robot.type(KeyCode.ENTER);
        it.until(() -> it.focus().equals("lesson-quiz"));
        robot.type(KeyCode.ENTER);
        it.until(() -> it.left.equals(List.of("quiz")));
    }

    @Test
    void hintsComeOneByOne(FxRobot robot) {
        toTheDo(robot);
        focusOn("lesson-hint");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.says("What is the first thing"));
        assertFalse(it.says("Choose"));
        robot.type(KeyCode.ENTER);
        it.until(() -> it.says("Choose"));
        assertTrue(it.node("lesson-hint").isDisabled());
    }

    @Test
    void wrongPathIsExplainedAndProvedAndLeft(FxRobot robot) {
        toTheDo(robot);
        robot.write("create");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.focus().equals("field-clusterName"));
        robot.write("default");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.says("This cluster has another name"));
        focusOn("show-me");
        robot.type(KeyCode.SPACE);
        it.until(() -> it.state().showing() instanceof Showing.Shown);
        it.until(() -> it.focus().equals("lesson-leave-show"));
        robot.type(KeyCode.ESCAPE);
        it.until(() -> it.state().showing() instanceof Showing.OwnRun);
        assertEquals("1.2", it.place());
    }

    @Test
    void refusedCommandSaysWhatToDo(FxRobot robot) {
        toTheDo(robot);
        robot.write("SendReq");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.focus().equals("field-count"));
        robot.write("many");
        robot.type(KeyCode.ENTER);
        it.until(() -> it.says("count"));
        assertEquals("1.2", it.place());
        assertEquals(Verdict.NOT_YET, it.state().goals().getFirst().verdict());
    }

    @Test
    void wrongPredictionIsKeptBesideTheOutcome(FxRobot robot) {
        createCluster(robot);
        var right = it.state().offered().items().indexOf("step.2.a");
        choose(robot, right == 0 ? 1 : 0);
        robot.type(KeyCode.ENTER);
        it.canGoOn();
        var answered = assertInstanceOf(Standing.Answered.class, it.state().standing());
        assertFalse(answered.right());
        assertTrue(it.says("This is what happens"));
        assertTrue(it.says("Not quite"));
        robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);
        assertEquals(answered, it.state().standing());
    }

    @Test
    void backAndSkipLoseNothing(FxRobot robot) {
        createCluster(robot);
        focusOn("lesson-back");
        robot.type(KeyCode.ENTER);
        it.at("1.3");
        it.canGoOn();
        focusOn("lesson-next");
        robot.type(KeyCode.ENTER);
        it.at("2.1");
        focusOn("lesson-skip");
        robot.type(KeyCode.ENTER);
        it.canGoOn();
        assertTrue(it.says("This was done for you."));
    }

    @Test
    void everythingSpeaksTheOtherLanguageAtOnce(FxRobot robot) {
        createCluster(robot);
        choose(robot, 1);
        LessonWindow.onFx(() -> {
            it.words.speak(Language.KOREAN);
            return true;
        });
        it.until(() -> it.says("비어 있는 이 클러스터는 한 시간에 얼마일까요?"));
        assertTrue(it.says("예측 확정"));
        assertTrue(it.says("4단계 중 2단계"));
        robot.type(KeyCode.ENTER);
        it.canGoOn();
        assertInstanceOf(Standing.Answered.class, it.state().standing());
    }

    private void toTheDo(FxRobot robot) {
        it.canGoOn();
        it.until(() -> it.focus().equals("lesson-next"));
        robot.type(KeyCode.ENTER);
        it.at("1.2");
        it.until(() -> it.focus().equals("compose-filter"));
    }

    private void createCluster(FxRobot robot) {
        toTheDo(robot);
        robot.type(KeyCode.C, KeyCode.R, KeyCode.ENTER);
        it.until(() -> it.focus().equals("field-clusterName"));
        robot.write("demo");
        robot.type(KeyCode.ENTER);
        it.at("1.3");
        goOn(robot, "2.1");
    }

    private void predictTwo(FxRobot robot) {
        choose(robot, it.state().offered().items().indexOf("step.2.a"));
        robot.type(KeyCode.ENTER);
        it.canGoOn();
        assertTrue(it.says("You predicted what happened."));
        goOn(robot, "3.1");
        robot.type(KeyCode.DIGIT1, KeyCode.ENTER);
        it.canGoOn();
        assertInstanceOf(Standing.Answered.class, it.state().standing());
        goOn(robot, "3.2");
    }

    private void sortMatchAndOrder(FxRobot robot) {
        pair(robot, List.of("card.code=group.mine", "card.power=group.aws"));
        goOn(robot, "3.3");
        pair(robot, List.of("word.task=word.task.is", "word.service=word.service.is"));
        goOn(robot, "3.4");
        order(robot, List.of("order.build", "order.push", "order.register"));
        goOn(robot, "4.1");
    }

    private void labelAndWrite(FxRobot robot) {
        assertEquals(
                List.of("1", "2"),
                LessonWindow.onFx(() -> it.session.marks(it.session.frame().orElseThrow().state()))
                        .stream()
                        .map(Mark::text)
                        .toList());
        pair(robot, List.of("cluster/demo=name.cluster", "loadBalancer/front=name.balancer"));
        goOn(robot, "4.2");
        robot.write("1");
        robot.type(KeyCode.ENTER);
        it.canGoOn();
        it.until(() -> it.focus().equals("lesson-next"));
    }

    /// Presses the digit that stands beside an option.
    private void choose(FxRobot robot, int index) {
        robot.type(KeyCode.getKeyCode(String.valueOf(index + 1)));
    }

    private void pair(FxRobot robot, List<String> pairs) {
        var offered = it.state().offered();
        for (var item : offered.items()) {
            var place =
                    pairs.stream()
                            .filter(one -> one.startsWith(item + "="))
                            .findFirst()
                            .orElseThrow();
            choose(robot, offered.places().indexOf(place.substring(item.length() + 1)));
            robot.type(KeyCode.DOWN);
        }
        robot.type(KeyCode.ENTER);
        it.canGoOn();
    }

    private void order(FxRobot robot, List<String> wanted) {
        var now = new java.util.ArrayList<>(it.state().offered().items());
        for (var to = 0; to < wanted.size(); to++) {
            var from = now.indexOf(wanted.get(to));
            for (var i = 0; i < wanted.size(); i++) {
                robot.type(KeyCode.UP);
            }
            for (var i = 0; i < from; i++) {
                robot.type(KeyCode.DOWN);
            }
            robot.type(KeyCode.getKeyCode(String.valueOf(to + 1)));
            now.add(to, now.remove(from));
        }
        robot.type(KeyCode.ENTER);
        it.canGoOn();
    }

    private void goOn(FxRobot robot, String place) {
        it.canGoOn();
        it.until(() -> it.focus().equals("lesson-next"));
        robot.type(KeyCode.ENTER);
        it.at(place);
    }

    private void focusOn(String id) {
        LessonWindow.onFx(() -> {
            var found =
                    id.startsWith("show") ? it.panel.lookup("." + id) : it.panel.lookup("#" + id);
            found.requestFocus();
            return true;
        });
    }
}
