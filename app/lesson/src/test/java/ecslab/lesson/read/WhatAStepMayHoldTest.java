package ecslab.lesson.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ecslab.lesson.Beat;
import ecslab.lesson.Draft;
import ecslab.lesson.Focus;
import ecslab.lesson.LessonFolder;
import ecslab.lesson.Step;
import ecslab.wire.BadInput;
import ecslab.wire.command.CommandReader;
import ecslab.wire.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatAStepMayHoldTest {

    private static final String STEP = "\"key\": \"step.5\",";
    private static final String WATCH =
            "{\"kind\": \"watch\", \"focus\": \"service/web\", \"to\": \"1m\"";
    private static final String HINTS = "\"hints\": [\"step.5.hint.1\", \"step.5.hint.2\"],";

    @TempDir private Path lessons;
    private LessonFolder sample;

    @BeforeEach
    void copy() {
        sample = LessonFolder.copyTo(lessons);
    }

    @Test
    void stepSaysWhichSeedsItCovers() throws BadInput {
        sample.with("lesson.json", STEP, STEP + "\"seeds\": [\"service\"],");

        assertEquals(List.of("service"), step().seeds());
    }

    @Test
    void draftIsKeptAsItIsWrittenEvenHalfFilled() throws BadInput {
        var draft = "\"draft\": {\"call\": \"ecs:UpdateService\", \"with\": {\"service\": \"\"}},";
        sample.with("lesson.json", HINTS, HINTS + draft);

        var drafts =
                step().beats().stream()
                        .filter(Beat.Do.class::isInstance)
                        .flatMap(beat -> ((Beat.Do) beat).drafts().stream())
                        .toList();
        assertEquals(List.of(new Draft("ecs:UpdateService", "{\"service\":\"\"}")), drafts);
    }

    @Test
    void draftOfAnUnknownCallIsRefused() {
        var draft = "\"draft\": {\"call\": \"ecs:Scale\", \"with\": {}},";
        sample.with("lesson.json", HINTS, HINTS + draft);

        assertEquals(
                List.of(
                        "lesson.json:32: there is no call \"ecs:Scale\". There are "
                                + String.join(", ", CommandReader.calls())
                                + "."),
                sample.problems());
    }

    @Test
    void placeOnTheMapIsNoThingOfTheRun() throws BadInput {
        sample.with("lesson.json", WATCH, WATCH.replace("service/web", "map/registry"));

        assertEquals(new Focus.Thing("map/registry"), step().beats().get(1).focus());
    }

    @Test
    void unknownPlaceOnTheMapIsRefused() {
        sample.with("lesson.json", WATCH, WATCH.replace("service/web", "map/registri"));

        assertEquals(
                List.of(
                        "lesson.json:30: the map has no place \"registri\". Write"
                                + " \"map/registry\"."),
                sample.problems());
    }

    @Test
    void targetOfALinkIsNotCounted() {
        assertEquals(3, TextLength.of(Language.ENGLISH, "Create the [cluster](term:cluster)"));
        assertEquals(10, TextLength.of(Language.KOREAN, "[클러스터](term:cluster)를 만드세요."));
    }

    private Step step() throws BadInput {
        return LessonReader.read(sample.path()).steps().get(1);
    }
}
