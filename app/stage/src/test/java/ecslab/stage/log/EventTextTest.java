package ecslab.stage.log;

import static ecslab.stage.Samples.FIRST;
import static ecslab.stage.Samples.SECOND;
import static ecslab.stage.Samples.at;
import static ecslab.stage.Samples.change;
import static ecslab.stage.Samples.said;
import static ecslab.stage.Samples.stopTask;
import static ecslab.stage.Samples.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ecslab.ecs.ApiError;
import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.TaskStatus;
import ecslab.stage.Samples;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTextTest {

    private static final String ARN =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef";

    private final EventText english = text(Language.ENGLISH);

    @Test
    void taskIsToldByNameAndByWhatChanged() {
        var asked = new Stop.Asked(StopCode.USER_INITIATED, "Task stopped by user");
        assertEquals(
                List.of(
                        "task web#1: PROVISIONING · web:1 in us-east-1a",
                        "task web#2: PROVISIONING · web:1 in us-east-1a",
                        "task web#1: PROVISIONING → PENDING",
                        "task web#1: desiredStatus RUNNING → STOPPED",
                        "task web#1: PENDING → STOPPED"),
                told(
                        english,
                        change(1, FIRST, TaskStatus.PROVISIONING),
                        change(1, SECOND, TaskStatus.PROVISIONING),
                        change(2, FIRST, TaskStatus.PENDING),
                        new Event.TaskStateChange(at(3), task(FIRST, TaskStatus.PENDING, asked)),
                        new Event.TaskStateChange(at(4), task(FIRST, TaskStatus.STOPPED, asked))));
    }

    @Test
    void failedStartIsADangerAndSaysWhatToLookAt() {
        var failed =
                new Stop.Asked(
                        StopCode.TASK_FAILED_TO_START,
                        "CannotPullContainerError: pull image manifest has been retried");
        english.tell(change(1, FIRST, TaskStatus.PENDING));
        var line =
                english.tell(
                        new Event.TaskStateChange(at(2), task(FIRST, TaskStatus.STOPPED, failed)));
        assertEquals(Tone.DANGER, line.tone());
        assertEquals(
                "TaskFailedToStart: CannotPullContainerError: pull image manifest has been retried"
                        + " · The image could not be pulled. Check its name and tag, the execution"
                        + " role, and the way to the registry.",
                line.detail());
    }

    @Test
    void serviceEventKeepsEcsWordsWithoutPrefixAndLongIds() {
        var line =
                english.tell(
                        said(5, "has started 1 tasks: (task 0123456789abcdef0123456789abcdef)."));
        assertEquals(
                new Line(
                        Topic.SERVICE,
                        Tone.ACCENT,
                        "service web",
                        "has started 1 tasks: (task 012345…).",
                        "The service had fewer tasks than it wants, so it started more."),
                line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has started 2 tasks: (task A) (task B).",
                "registered 1 targets in (target-group " + ARN + ")",
                "has reached a steady state.",
                "has stopped 1 running tasks: (task A).",
                "stopped 2 pending tasks.",
                "deregistered 1 targets in (target-group " + ARN + ")",
                "(deployment ecs-svc/1) deployment completed.",
                "(deployment ecs-svc/1) deployment failed: tasks failed to start.",
                "rolling back to deployment ecs-svc/1.",
                "(task A) (port 80) is unhealthy in (target-group " + ARN + ") due to (reason x).",
                "is unable to consistently start tasks successfully.",
                "failed to launch a task with (error ECS was unable to assume the role).",
                "operations are being throttled. Will try again later."
            })
    void knownServiceEventHasAGlossInEveryLanguage(String message) {
        for (var language : Language.values()) {
            assertFalse(text(language).tell(said(1, message)).detail().isEmpty(), message);
        }
    }

    @Test
    void unknownServiceEventIsShownAsItIs() {
        assertEquals(
                new Line(Topic.SERVICE, Tone.ACCENT, "service web", "has grown wings.", ""),
                english.tell(said(1, "has grown wings.")));
    }

    @Test
    void unhealthyTargetGroupIsNamed() {
        assertEquals(
                "registered 1 targets in (target-group web)",
                english.tell(said(1, "registered 1 targets in (target-group " + ARN + ")")).text());
    }

    @Test
    void refusalSaysErrorAndRemedy() {
        var error =
                new ApiError(
                        "ClusterNotFoundException",
                        400,
                        "Cluster not found.",
                        "/cluster",
                        Phrase.of("remedy.sample", "name", "demo"));
        english.tell(change(1, FIRST, TaskStatus.RUNNING));
        assertEquals(
                new Line(
                        Topic.API,
                        Tone.DANGER,
                        "you",
                        "ecs:StopTask web#1 → ClusterNotFoundException: Cluster not found.",
                        "Create demo first."),
                english.tell(
                        new Event.ApiRefusal(
                                at(2), 1, Event.Origin.LEARNER, stopTask(FIRST.hex()), error)));
    }

    @Test
    void commandMayNameATaskBySelector() {
        english.tell(change(1, FIRST, TaskStatus.RUNNING));
        var call = new Event.ApiCall(at(2), 1, Event.Origin.SCENARIO, stopTask("${task/web#1}"));
        assertEquals("ecs:StopTask web#1", english.tell(call).text());
    }

    @Test
    void decisionIsToldByItsOutcome() {
        var decision =
                new Decision(
                        at(1),
                        Ref.service(Samples.WEB),
                        Decision.Kind.SCHEDULE,
                        List.of(Decision.Fact.of("desiredCount", 3)),
                        List.of(),
                        "3 - 2 = 1",
                        Phrase.of("outcome.sample", "count", 1));
        assertEquals(
                new Line(
                        Topic.DECISION,
                        Tone.MUTED,
                        "service web",
                        "Start one task.",
                        "How many tasks does the service start or stop now? · 3 - 2 = 1"),
                english.tell(decision));
    }

    @ParameterizedTest
    @EnumSource(Event.RequestCause.class)
    void everyEndOfARequestIsTold(Event.RequestCause cause) {
        var answered =
                new Event.RequestAnswered(
                        at(1),
                        12,
                        "users",
                        "web",
                        Event.Route.NOWHERE,
                        cause == Event.RequestCause.SERVED ? 200 : 503,
                        cause,
                        Duration.ZERO);
        for (var language : Language.values()) {
            assertFalse(text(language).tell(answered).detail().isEmpty());
        }
    }

    private static List<String> told(EventText text, Event... events) {
        return List.of(events).stream()
                .map(text::tell)
                .map(line -> line.source() + ": " + line.text())
                .toList();
    }

    private static EventText text(Language language) {
        var explained =
                Texts.of(
                        language,
                        Map.of(
                                "outcome.sample", "Start {count|one task|# tasks}.",
                                "remedy.sample", "Create {name} first."));
        var texts =
                Texts.load(language, List.of("ecslab/stage/panel", "ecslab/stage/explain"))
                        .merge(explained)
                        .strict();
        return new EventText(texts, new EventMemory());
    }
}
