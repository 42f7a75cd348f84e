package ecslab.lesson.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ecslab.lesson.LessonFolder;
import ecslab.lesson.Samples;
import ecslab.lesson.check.LessonCheck.Verdict;
import ecslab.wire.BadInput;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCheckTest {

    private static final String TRANSCRIPT = "expected-events.txt";

    @TempDir private Path lessons;
    private LessonFolder sample;

    @BeforeEach
    void copy() {
        sample = LessonFolder.copyTo(lessons);
    }

    @Test
    void sampleIsTrueOnceItsEventsAreWritten() throws BadInput {
        assertEquals(
                List.of(
                        TRANSCRIPT
                                + ":1: there is no such file. Write it: ecslab lessons check "
                                + lessons
                                + " --write"),
                check(Verdict.FALSE));
        new LessonCheck(Samples.RUNS).write(lessons);
        assertEquals(List.of(), check(Verdict.GOOD));
    }

    @Test
    void transcriptTellsLifecycleAndDecisionsBySelector() throws BadInput {
        new LessonCheck(Samples.RUNS).write(lessons);
        var lines = sample.read(TRANSCRIPT).lines().toList();
        assertTrue(lines.contains("1s SCENARIO ecs:CreateCluster"), () -> lines.toString());
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.endsWith("task/web#4 RUNNING (desired RUNNING)")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("service/web decides schedule")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("has reached a steady state.")));
        assertTrue(lines.contains("-- step.5") && lines.contains("-- lab"));
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.matches(".*[0-9a-f]{32}.*")).toList());
        assertTrue(lines.size() < 200, () -> lines.size() + " lines");
    }

    @Test
    void aRunThatGoesAnotherWayIsFound() throws BadInput {
        new LessonCheck(Samples.RUNS).write(lessons);
        sample.with("scenario.json", "\"sizeMib\": 120", "\"sizeMib\": 121");
        var found = check(Verdict.FALSE);
        assertEquals(2, found.size(), () -> found.toString());
        assertTrue(found.get(0).contains("the run goes another way here: \""), found.get(0));
        assertTrue(
                found.get(1)
                        .endsWith(
                                "event-hashes.txt:1: the events of L03-sample are not those that"
                                        + " were checked in. If that is right, write it anew:"
                                        + " ecslab lessons check "
                                        + lessons
                                        + " --write"),
                found.get(1));
    }

    @Test
    void solutionThatDoesNotGetThereIsFound() throws BadInput {
        sample.with("lesson.json", "\"is\": \">= 4\"", "\"is\": \">= 6\"");
        assertEquals(
                List.of(
                        "lesson.json:31: the model solution of this beat doesn't get through it:"
                                + " step.5.goal.four is NOT_YET, step.5.goal.none is HOLDS. Mend"
                                + " the solution or the check, or give it more time: \"within\".",
                        "lesson.json:31: the accepted way 1 doesn't reach the check. Mend it, or"
                                + " delete it."),
                falsehoods());
    }

    @Test
    void checkThatHoldsFromTheStartIsFound() throws BadInput {
        sample.with("lesson.json", "\"is\": \">= 4\"", "\"is\": \">= 3\"");
        assertEquals(
                List.of(
                        "lesson.json:31: the check holds before the learner has done anything. Ask"
                                + " for something that only the learner's act brings about."),
                falsehoods());
    }

    @Test
    void wrongPathThatIsNotRecognisedIsFound() throws BadInput {
        sample.with(
                "lesson.json",
                "{\"cluster\": \"demo\", \"taskDefinition\": \"web\"}}],\n            \"example\"",
                "{\"cluster\": \"other\", \"taskDefinition\": \"web\"}}],\n"
                        + "            \"example\"");
        assertEquals(
                List.of(
                        "lesson.json:31: the example of the wrong path that says"
                                + " step.5.wrong.runTask isn't recognised. Mend its \"commands\","
                                + " its \"all\", or its \"example\"."),
                falsehoods());
    }

    @Test
    void showThatShowsNothingIsFound() throws BadInput {
        sample.with("lesson.json", "\"at\": \"4s\", \"focus\"", "\"at\": \"0s\", \"focus\"");
        sample.with("lesson.json", "\"task\": \"${task/web#4}\"", "\"task\": \"${task/web#9}\"");
        var found = falsehoods();
        assertEquals(2, found.size(), () -> found.toString());
        assertEquals(
                "lesson.json:12: the show of step.1.cost.b.why ends at 0s, where there is no"
                        + " cluster/demo. Choose another focus, or another moment: its \"at\".",
                found.get(0));
        assertTrue(
                found.get(1)
                        .startsWith(
                                "lesson.json:31: the show of step.5.wrong.runTask calls StopTask,"
                                        + " which is refused: "),
                found.get(1));
    }

    @Test
    void focusOnWhatIsNotThereYetIsFound() throws BadInput {
        sample.with(
                "lesson.json",
                "\"focus\": \"cluster/demo\", \"from\"",
                "\"focus\": \"service/web\", \"from\"");
        assertEquals(
                List.of(
                        "lesson.json:11: at 4s there is no service/web to look at. Choose another"
                                + " focus, or another moment."),
                falsehoods());
    }

    @Test
    void momentThatHasPassedIsFound() throws BadInput {
        sample.with("lesson.json", "\"to\": \"1m\"", "\"to\": \"25s\"");
        assertEquals(
                List.of(
                        "lesson.json:30: the moment 25s has passed: the beat begins at 30s. Write a"
                            + " later one, or one after the beat's beginning, such as \"+8s\"."),
                falsehoods());
    }

    @Test
    void lessonThatCanNotBeReadIsTold() throws BadInput {
        sample.with("lesson.json", "\"kind\": \"watch\"", "\"kind\": \"wacth\"");
        assertEquals(
                List.of("lesson.json:11: there is no kind of beat \"wacth\". Write \"watch\"."),
                check(Verdict.UNREADABLE).subList(0, 1));
    }

    @Test
    void lessonWithoutWordsForItsTeacherIsFound() throws BadInput {
        sample.delete("teacher.md");
        assertEquals(
                List.of(
                        "teacher.md:1: there is no such file. Say what the lesson is for, where"
                                + " people stumble, and what to ask them."),
                falsehoods());
    }

    @Test
    void folderWithoutLessonsIsRefused() {
        var check = new LessonCheck(Samples.RUNS);
        assertThrows(BadInput.class, () -> check.check(lessons.resolve("nowhere")));
        assertThrows(BadInput.class, () -> check.check(sample.path().resolve("..").resolve("..")));
    }

    /// What is wrong when its events are written anew.
    private List<String> falsehoods() throws BadInput {
        new LessonCheck(Samples.RUNS).write(lessons);
        return check(Verdict.FALSE);
    }

    private List<String> check(Verdict expected) throws BadInput {
        var results = new LessonCheck(Samples.RUNS).check(sample.path());
        assertEquals(expected, results.getFirst().verdict(), results.toString());
        assertEquals(expected.exitCode(), LessonCheck.exitCode(results));
        return sample.said(results.getFirst().problems());
    }
}
