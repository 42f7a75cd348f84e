package ecslab.stage.panel;

import static ecslab.stage.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Run;
import ecslab.ecs.model.Ref;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.Selection;
import ecslab.stage.log.Heard;
import ecslab.stage.log.Topic;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EventDrawerTest {

    private static final SimInstant STEADY = at(70);

    private final Selection selection = new Selection();
    private final List<SimInstant> sought = new ArrayList<>();
    private final Run run = TestPanel.anatomy();
    private Words words;
    private EventDrawer drawer;

    @Start
    void open(Stage stage) {
        words = TestPanel.words();
        drawer = new EventDrawer(words, selection);
        drawer.onSeek(sought::add);
        TestPanel.open(stage, drawer, 900, 240);
        run.advanceTo(STEADY);
        drawer.show(Frame.of(run));
    }

    @Test
    void newestIsOnTop() {
        var events = list().getItems().stream().map(Heard::index).toList();
        assertEquals(events.stream().sorted().toList().reversed(), events);
        assertTrue(TestPanel.texts(drawer).contains("has reached a steady state."));
    }

    @Test
    void requestsAreNotListedOneByOne() {
        TestPanel.onFx(() -> {
            run.advanceTo(at(200));
            drawer.show(Frame.of(run));
        });
        assertTrue(run.snapshot().requests().succeeded() > 1_000);
        assertTrue(list().getItems().size() < 60);
    }

    @Test
    void clickChoosesWhatTheLineIsAbout(FxRobot robot) {
        robot.clickOn("has reached a steady state.");
        assertEquals("service/demo/web", selection.now().map(Ref::toString).orElse(""));
        assertEquals(List.of(), sought);
    }

    @Test
    void enterGoesToTheMomentOfTheLine(FxRobot robot) {
        robot.clickOn("has reached a steady state.").type(KeyCode.ENTER);
        assertEquals(List.of(list().getItems().getFirst().event().at()), sought);
    }

    @Test
    void timeOfALineGoesThere(FxRobot robot) {
        robot.clickOn("00:00:43");
        assertEquals(List.of("43.580404s"), sought.stream().map(SimInstant::toString).toList());
    }

    @Test
    void searchKeepsTheLinesThatSayIt(FxRobot robot) {
        var all = list().getItems().size();
        robot.clickOn(".search").write("steady");
        assertEquals(1, list().getItems().size());
        robot.type(KeyCode.ESCAPE);
        assertEquals(all, list().getItems().size());
    }

    @Test
    void searchFindsTaskByItsId(FxRobot robot) {
        var id = run.snapshot().tasks().keySet().iterator().next();
        robot.clickOn(".search").write(id.abbreviated());
        assertFalse(list().getItems().isEmpty());
        var task = Ref.task(id);
        assertTrue(
                list().getItems().stream()
                        .allMatch(line ->
                                line.about().contains(task) || line.topic() == Topic.SERVICE));
    }

    @Test
    void decisionsAreListedOnDemand(FxRobot robot) {
        assertEquals(0, count(Topic.DECISION));
        robot.clickOn(".kinds").clickOn("Decisions");
        assertTrue(count(Topic.DECISION) > 5);
        robot.clickOn(".kinds").clickOn("Tasks");
        assertEquals(0, count(Topic.TASK));
    }

    @Test
    void lookingBackTakesLinesAwayAndChoosesNothing(FxRobot robot) {
        robot.clickOn("has reached a steady state.");
        selection.clear();
        TestPanel.onFx(() -> {
            run.seek(at(25));
            drawer.show(Frame.of(run));
        });
        assertTrue(list().getItems().stream().noneMatch(line -> line.event().at().isAfter(at(25))));
        assertEquals(Optional.empty(), selection.now());
    }

    @Test
    void linesWaitForAReaderWhoHasScrolledDown(FxRobot robot) {
        var before = list().getItems().size();
        TestPanel.onFx(() -> list().scrollTo(12));
        TestPanel.onFx(() -> {
            run.submit(ecslab.stage.Samples.stopTask("${task/web#1}"));
            run.advanceTo(at(100));
            drawer.show(Frame.of(run));
        });
        assertEquals(before, list().getItems().size());

        robot.clickOn(".newer");
        assertTrue(list().getItems().size() > before);
        assertFalse(drawer.lookup(".newer").isVisible());
    }

    @Test
    void glossFollowsTheLanguageAndEcsWordsDoNot() {
        TestPanel.onFx(() -> words.speak(Language.KOREAN));
        var texts = TestPanel.texts(drawer);
        assertTrue(texts.contains("서비스 web"), texts.toString());
        assertTrue(texts.contains("has reached a steady state."), texts.toString());
    }

    @Test
    void chartCountsWhatWasServedAndLost(FxRobot robot) {
        TestPanel.onFx(() -> {
            run.advanceTo(at(200));
            drawer.show(Frame.of(run));
        });
        robot.clickOn("Requests");
        var texts = TestPanel.texts(drawer);
        assertTrue(texts.contains("3"), texts.toString());
        assertTrue(texts.contains("served a second"), texts.toString());
    }

    @SuppressWarnings("unchecked")
    private ListView<Heard> list() {
        return (ListView<Heard>) drawer.lookup(".list-view");
    }

    private long count(Topic topic) {
        return list().getItems().stream().filter(line -> line.topic() == topic).count();
    }
}
