package ecslab.stage.panel;

import static ecslab.stage.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Run;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.Selectors;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.Samples;
import ecslab.stage.Selection;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import ecslab.wire.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectorTest {

    private static final Ref WEB = Ref.service(new ServiceName("demo", "web"));

    private final Selection selection = new Selection();
    private final List<TaskId> stopped = new ArrayList<>();
    private final List<SimInstant> sought = new ArrayList<>();
    private final Run run = TestPanel.anatomy();
    private Words words;
    private Inspector inspector;

    @Start
    void open(Stage stage) {
        words = TestPanel.words();
        inspector = new Inspector(words, selection);
        inspector.onStopTask(stopped::add);
        inspector.onSeek(sought::add);
        TestPanel.open(stage, inspector, 360, 900);
        run.advanceTo(at(70));
        inspector.show(Frame.of(run));
    }

    @Test
    void itFoldsToAStripAndAnswersWhyUnfolded(FxRobot robot) {
        choose(WEB);
        robot.clickOn(".fold");
        assertTrue(inspector.collapsed().get());
        assertEquals(List.of(), texts());
        assertEquals(40, TestPanel.read(() -> inspector.prefWidth(-1)));
        TestPanel.onFx(inspector::showWhy);
        assertFalse(inspector.collapsed().get());
        assertFalse(texts().isEmpty());
    }

    @Test
    void withoutAChoiceItSaysWhatToDo() {
        assertTrue(texts().contains("Nothing is chosen"));
        choose(WEB);
        assertFalse(texts().contains("Nothing is chosen"));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfThingHasAName(Ref.Kind kind) {
        var key = "inspector.kind." + kind.word();
        assertNotEquals(key, words.now(key));
    }

    @Test
    void serviceIsSeenAtAGlance() {
        choose(WEB);
        var texts = texts();
        for (var text :
                List.of("web", "ACTIVE", "3 / 3 / 0", "web:1", "3 healthy", "web:1 PRIMARY")) {
            assertTrue(texts.contains(text), text + " in " + texts);
        }
    }

    @Test
    void linkLeadsToTheThing(FxRobot robot) {
        choose(WEB);
        robot.clickOn("web#2");
        assertEquals(Selectors.find(run.snapshot(), "task/web#2"), selection.now());
        assertTrue(texts().contains("web#2"));
    }

    @Test
    void taskCanBeStoppedOnce(FxRobot robot) {
        var task = task(1);
        choose(Ref.task(task));
        robot.clickOn("#inspector-stop");
        assertEquals(List.of(task), stopped);

        TestPanel.onFx(() -> {
            run.submit(Samples.stopTask(task.hex()));
            run.advanceTo(at(72));
            inspector.show(Frame.of(run));
        });
        assertTrue(inspector.lookup("#inspector-stop").isDisabled());
        assertTrue(texts().contains("UserInitiated"));
    }

    @Test
    void lifeOfATaskIsTimed() {
        choose(Ref.task(task(1)));
        var texts = texts();
        for (var text : List.of("PROVISIONING", "00:00:21", "3.0 s", "STOPPED")) {
            assertTrue(texts.contains(text), text + " in " + texts);
        }
    }

    @Test
    void lifeKnowsNothingOfWhatLiesAhead() {
        choose(Ref.task(task(1)));
        TestPanel.onFx(() -> {
            run.seek(at(25));
            inspector.show(Frame.of(run));
        });
        assertTrue(texts().contains("00:00:24"));
        assertFalse(texts().contains("00:00:29"), "the moment of RUNNING");
    }

    @Test
    void jsonIsThatOfTheDescribeAction() {
        choose(WEB);
        TestPanel.onFx(() -> inspector.showTab(Inspector.Tab.JSON));
        var json = ((TextArea) inspector.lookup(".text-area")).getText();
        assertTrue(json.contains("\"serviceName\": \"web\""), json);
        assertTrue(texts().contains("aws ecs describe-services --cluster demo --services web"));
    }

    @Test
    void whyReadsFromQuestionToOutcome(FxRobot robot) {
        choose(WEB);
        TestPanel.onFx(inspector::showWhy);
        var texts = texts();
        assertTrue(texts.contains("Is the service in a steady state?"), texts.toString());
        assertTrue(texts.contains("3 = 3"), texts.toString());
        assertFalse(texts.contains("minimumHealthy"), "an older decision is closed");

        robot.clickOn("How many tasks does the service start or stop now?");
        assertTrue(texts().contains("minimumHealthy"));
    }

    @Test
    void whyOfATaskLeadsToItsService(FxRobot robot) {
        choose(Ref.task(task(1)));
        robot.clickOn("#inspector-why");
        assertTrue(texts().contains("Where does the task run?"));
        robot.clickOn("Decisions of the service web");
        assertEquals(Optional.of(WEB), selection.now());
    }

    @Test
    void eventsAreThoseOfTheThing() {
        choose(Ref.task(task(1)));
        TestPanel.onFx(() -> inspector.showTab(Inspector.Tab.EVENTS));
        var texts = texts();
        assertTrue(texts.contains("ACTIVATING → RUNNING"), texts.toString());
        assertFalse(texts.contains("task web#2"), texts.toString());
    }

    @Test
    void thingThatIsNotThereYetIsSaidToBeMissing() {
        choose(WEB);
        TestPanel.onFx(() -> {
            run.seek(at(5));
            inspector.show(Frame.of(run));
        });
        assertTrue(texts().contains("There is no such thing at this moment of the run."));
    }

    @Test
    void languageChangesAllButAwsWords() {
        choose(WEB);
        TestPanel.onFx(() -> words.speak(Language.KOREAN));
        var texts = texts();
        for (var text : List.of("서비스", "개요", "태스크 정의", "ACTIVE", "web:1 PRIMARY")) {
            assertTrue(texts.contains(text), text + " in " + texts);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster/demo",
                "taskDefinition/web:1",
                "loadBalancer/web",
                "targetGroup/web",
                "role/ecsTaskExecutionRole",
                "image/web:1"
            })
    void everyKindOfThingHasAnOverview(String selector) {
        choose(Selectors.find(run.snapshot(), selector).orElseThrow());
        for (var language : Language.values()) {
            TestPanel.onFx(() -> words.speak(language));
            var texts = texts();
            assertTrue(texts.size() > 8, texts.toString());
            assertTrue(texts.stream().noneMatch(text -> text.contains("⟦")), texts.toString());
        }
    }

    @Test
    void usersAreSeenAtAGlance() {
        TestPanel.onFx(() -> {
            run.advanceTo(at(180));
            inspector.show(Frame.of(run));
        });
        choose(Ref.of(Ref.Kind.TRAFFIC, "users"));
        var texts = texts();
        assertTrue(texts.contains("users"), texts.toString());
        assertTrue(texts.contains("1,200"), texts.toString());
    }

    private void choose(Ref ref) {
        TestPanel.onFx(() -> selection.choose(ref));
    }

    private List<String> texts() {
        return TestPanel.texts(inspector);
    }

    private TaskId task(int number) {
        return new TaskId(Selectors.find(run.snapshot(), "task/web#" + number).orElseThrow().id());
    }
}
