package ecslab.lesson.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.lesson.LessonFolder;
import ecslab.lesson.Samples;
import ecslab.wire.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a quiz or a show says is shown, and what is offered, is held against the run.
class WhatIsShownTest {

    private static final String SHOW = "{\"step\": \"step.5\", \"focus\": \"task/web#1\"}";

    @TempDir private Path lessons;
    private LessonFolder sample;

    @BeforeEach
    void copy() {
        sample = LessonFolder.copyTo(lessons);
    }

    @Test
    void showOfAQuizThatShowsNothingIsFound() throws BadInput {
        sample.with(
                "quiz.json",
                SHOW,
                "{\"scenario\": \"scenario.json\", \"at\": \"0s\", \"focus\": \"task/web#1\"}");

        assertEquals(
                List.of(
                        "quiz.json:3: the show of quiz.1.b.why ends at 0s, where there is no"
                                + " task/web#1. Choose another focus, or another moment: its"
                                + " \"at\"."),
                problems());
    }

    @Test
    void refusalThatIsTheProofIsGood() throws BadInput {
        sample.with("quiz.json", SHOW, stop("task/web#9", true));

        assertEquals(List.of(), problems());
    }

    @Test
    void refusalThatIsNotMeantIsFound() throws BadInput {
        sample.with("quiz.json", SHOW, stop("task/web#9", false));

        var found = problems();
        assertEquals(1, found.size(), () -> found.toString());
        assertEquals(
                "quiz.json:3: the show of quiz.1.b.why calls StopTask, which is refused",
                found.getFirst().substring(0, found.getFirst().lastIndexOf("refused: ") + 7));
        assertEquals(
                "Mend its \"do\"; if the refusal is the proof, add \"refused\": true.",
                found.getFirst().substring(found.getFirst().indexOf("Mend")));
    }

    @Test
    void refusalThatDoesNotComeIsFound() throws BadInput {
        sample.with("quiz.json", SHOW, stop("task/web#1", true));

        assertEquals(
                List.of(
                        "quiz.json:3: the show of quiz.1.b.why says it is refused, and nothing is."
                                + " Mend its \"do\", or leave out \"refused\"."),
                problems());
    }

    @Test
    void whatTheRunSaysIsOffered() throws BadInput {
        sample.with("lesson.json", "\"offer\": [0, 1, 3, 6]", "\"offer\": [0, 1, 6]");

        assertEquals(
                List.of(
                        "lesson.json:24: the run says 3, which is not offered. Add it to what is"
                                + " offered, or ask for another moment."),
                problems());
    }

    @Test
    void twoLessonsOfOneIdAreFound() throws IOException, BadInput {
        var other = Files.createDirectory(lessons.resolve("L03-twin"));
        try (var files = Files.list(sample.path())) {
            for (var file : files.toList()) {
                Files.copy(file, other.resolve(file.getFileName().toString()));
            }
        }
        var results = new LessonCheck(Samples.RUNS).write(lessons);

        assertEquals(
                List.of("lesson.json:1: its \"id\" is that of " + sample.path()),
                new LessonFolder(other)
                        .said(results.getLast().problems()).stream()
                                .map(one -> one.split("\\. Give", 2)[0])
                                .toList());
    }

    private static String stop(String task, boolean isRefused) {
        return "{\"step\": \"step.5\", \"do\": [{\"call\": \"ecs:StopTask\", \"with\":"
                + " {\"cluster\": \"demo\", \"task\": \"${"
                + task
                + "}\"}}], "
                + (isRefused ? "\"refused\": true, " : "")
                + "\"focus\": \"service/web\"}";
    }

    private List<String> problems() throws BadInput {
        return sample.said(
                new LessonCheck(Samples.RUNS).write(sample.path()).getFirst().problems());
    }
}
