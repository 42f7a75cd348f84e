package ecslab.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.desktop.window.FirstLight.Chapter;
import ecslab.ecs.Run;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.stage.play.Frame;
import ecslab.wire.BadInput;
import ecslab.wire.scenario.ScenarioReader;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The first launch's sentence says what the cluster does, at any moment and after any way there.
class FirstLightTest {

    private static final SimInstant STEADY = SimInstant.ofSeconds(20);
    private static final Texts ENGLISH =
            Texts.load(Language.ENGLISH, List.of("ecslab/desktop")).strict();

    private Run run;

    @BeforeEach
    void firstLight() throws BadInput {
        var file = Path.of("..", "..", "lessons", "scenarios", "first-light.json");
        run = SimulatedRun.start(ScenarioReader.read(file).scenario());
    }

    @Test
    void beforeAnyTaskRunsNothingCanBeStopped() {
        run.advanceTo(SimInstant.ofSeconds(3));

        assertEquals("The service web is starting tasks: 0 of 3 are running.", sentence());
        assertEquals(Optional.empty(), story().stoppable());
    }

    @Test
    void threeTasksAreThereWithinTenSeconds() {
        run.advanceTo(SimInstant.ofSeconds(10));

        assertEquals(
                "The service web keeps 3 tasks running. Stop one and watch what it does.",
                sentence());
    }

    @Test
    void sentenceFollowsTheTaskUntilItIsReplaced() {
        run.advanceTo(STEADY);
        stop(story().stoppable().orElseThrow());

        assertEquals(
                List.of(
                        "web#1 is stopping. The service now counts 2 of 3.",
                        "The service saw 2 of 3 and started web#4.",
                        "3 again: web#4 took over. The service keeps the number you asked for."),
                sentencesUntil(SimInstant.ofSeconds(40)));
    }

    @Test
    void lookingBackTellsWhatWasThen() {
        run.advanceTo(STEADY);
        stop(story().stoppable().orElseThrow());
        run.advanceTo(SimInstant.ofSeconds(40));

        run.seek(SimInstant.ofSeconds(19));

        assertEquals(Chapter.STEADY, story().chapter());
    }

    @Test
    void chosenTaskIsTheOneToStop() {
        run.advanceTo(STEADY);
        var third = List.copyOf(run.snapshot().tasks().keySet()).get(2);

        var story = FirstLight.of(Frame.of(run), Optional.of(Ref.task(third)));

        assertEquals(Optional.of(third), story.stoppable().map(Task::id));
    }

    @Test
    void secondStopBeginsTheStoryAgain() {
        run.advanceTo(STEADY);
        stop(story().stoppable().orElseThrow());
        run.advanceTo(SimInstant.ofSeconds(40));
        assertEquals(Chapter.KEPT, story().chapter());

        stop(story().stoppable().orElseThrow());

        assertEquals("web#2 is stopping. The service now counts 2 of 3.", sentence());
    }

    @Test
    void everySentenceIsThereInKorean() {
        var korean = Texts.load(Language.KOREAN, List.of("ecslab/desktop")).strict();
        run.advanceTo(STEADY);

        assertEquals(
                "서비스 web은 태스크 3개를 계속 유지합니다. 하나를 중지하고 무슨 일이 일어나는지 보세요.",
                korean.of(story().sentence()));
    }

    private List<String> sentencesUntil(SimInstant end) {
        var said = new ArrayList<String>();
        for (var at = run.now(); at.isBefore(end); at = at.plus(java.time.Duration.ofMillis(100))) {
            run.advanceTo(at);
            if (said.isEmpty() || !said.getLast().equals(sentence())) {
                said.add(sentence());
            }
        }
        return said;
    }

    private void stop(Task task) {
        run.submit(new StopTask(Given.of(task.cluster()), task.id().hex(), Given.absent()));
    }

    private FirstLight story() {
        return FirstLight.of(Frame.of(run), Optional.empty());
    }

    private String sentence() {
        return ENGLISH.of(story().sentence());
    }
}
