package ecslab.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.ecs.Run;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.LessonFolder;
import ecslab.lesson.Samples;
import ecslab.lesson.predicate.Verdict;
import ecslab.lesson.read.LessonReader;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An act that its lesson calls live can be done in another run, with a clock of its own, and is
/// judged there by the same check; the lesson's own run waits. A simulated run stands in for the
/// real one here.
class LiveActTest {

    @TempDir private Path folder;
    private Learner learner;
    private Run real;

    @BeforeEach
    void comeToTheAct() throws BadInput {
        var lesson = live(folder);
        learner =
                new Learner(
                        lesson,
                        new Rehearsal(
                                Player.begin(lesson, new Part.Steps(), Samples.RUNS),
                                Samples.RUNS));
        learner.goTo("step.5 do");
    }

    private static Lesson live(Path folder) throws BadInput {
        var copy = LessonFolder.copyTo(folder);
        copy.with(
                "lesson.json",
                "\"focus\": \"service/web\", \"say\": \"step.5.do\"",
                "\"focus\": \"service/web\", \"live\": true, \"say\": \"step.5.do\"");
        return LessonReader.read(copy.path());
    }

    /// The real cluster has been brought to where the lesson is, in a minute of its own.
    private void goLive() {
        learner.player().goLive();
        var take = learner.player().state().take();
        real = Samples.RUNS.apply(take.scenario());
        real.advanceTo(SimInstant.ofSeconds(60));
        take.commands().forEach(one -> real.submit(one.command()));
        see();
    }

    private void see() {
        learner.player().saw(RunView.of(learner.player().state().take().number(), real));
    }

    private void act(String call, String with) throws BadInput {
        Command command = CommandReader.read(call, with);
        real.submit(command);
        see();
        real.advanceTo(real.now().plus(java.time.Duration.ofSeconds(40)));
        see();
    }

    @Test
    void onlyAnActThatTheLessonCallsLiveIsOffered() {
        assertTrue(learner.player().state().canGoLive());
        var other = Learner.atTheBeginning();
        other.goTo("step.5 do");
        assertFalse(other.player().state().canGoLive());
        assertEquals(other.player().state(), other.player().goLive());
    }

    @Test
    void sameCheckJudgesItAndTheLessonGoesOnWithWhatWasDone() throws BadInput {
        goLive();
        assertEquals(new Showing.Live(false), learner.player().state().showing());
        assertTrue(learner.player().state().take().isLive());
        act("ecs:UpdateService", update(5));
        assertEquals(new Showing.Live(true), learner.player().state().showing());
        assertTrue(
                learner.player().state().goals().stream()
                        .allMatch(goal -> goal.verdict() == Verdict.HOLDS));

        learner.player().next();
        assertEquals(new Showing.OwnRun(), learner.state().showing());
        assertFalse(learner.state().take().isLive());
        assertInstanceOf(Beat.Check.class, learner.state().beat());
        assertEquals(new Standing.Done(), learner.state().standing());
        assertEquals(
                5,
                learner.rehearsal()
                        .run()
                        .snapshot()
                        .services()
                        .values()
                        .iterator()
                        .next()
                        .desiredCount());
    }

    @Test
    void wayBackLeadsToExactlyWhereTheLearnerWas() throws BadInput {
        var before = learner.player().journey();
        goLive();
        act("ecs:UpdateService", update(1));
        learner.player().leaveShow();
        assertEquals(before, learner.player().journey());
        assertFalse(learner.player().state().take().isLive());
        assertTrue(learner.player().state().canGoLive());
    }

    @Test
    void wrongPathIsToldLiveAsWell() throws BadInput {
        goLive();
        act(
                "ecs:RunTask",
                "{\"cluster\": \"demo\", \"taskDefinition\": \"web\", \"count\": 1, \"launchType\":"
                        + " \"FARGATE\", \"networkConfiguration\": {\"awsvpcConfiguration\":"
                        + " {\"subnets\": [\"${subnet/a}\"], \"assignPublicIp\": \"ENABLED\"}}}");
        assertEquals(
                List.of("step.5.wrong.runTask"),
                learner.player().state().notices().stream().map(Notice::say).toList());
        assertEquals(new Showing.Live(false), learner.player().state().showing());
    }

    @Test
    void whatWasNotDoneByCommandsIsDoneByTheModelSolution() throws BadInput {
        learner.player().goLive();
        real = Samples.RUNS.apply(learner.player().state().take().scenario());
        real.advanceTo(SimInstant.ofSeconds(60));
        real.submit(CommandReader.read("ecs:UpdateService", update(4)));
        real.advanceTo(SimInstant.ofSeconds(120));
        see();
        assertEquals(new Showing.Live(true), learner.player().state().showing());
        learner.player().next();
        assertInstanceOf(Beat.Check.class, learner.state().beat());
        assertEquals(1, learner.rehearsal().run().commands().size());
    }

    @Test
    void lessonOnInstancesOfAwsCantBeLive(@TempDir Path other) {
        var copy = LessonFolder.copyTo(other);
        copy.with(
                        "lesson.json",
                        "\"focus\": \"service/web\", \"say\": \"step.5.do\"",
                        "\"focus\": \"service/web\", \"live\": true, \"say\": \"step.5.do\"")
                .with(
                        "scenario.json",
                        "\"commands\": [\n",
                        "\"commands\": [\n{\"at\": \"2s\", \"call\": \"lab:StartInstances\","
                                + " \"with\": {\"name\": \"a\", \"cluster\": \"demo\","
                                + " \"instanceType\": \"t3.medium\", \"count\": 1}},");
        assertEquals(
                List.of(
                        "lesson.json:31: the act is \"live\", but needs lab:StartInstances. Leave"
                                + " \"live\" out: a live cluster is the learner's own computer, and"
                                + " nothing else."),
                copy.problems());
    }

    private static String update(int desiredCount) {
        return "{\"cluster\": \"demo\", \"service\": \"web\", \"desiredCount\": "
                + desiredCount
                + "}";
    }
}
