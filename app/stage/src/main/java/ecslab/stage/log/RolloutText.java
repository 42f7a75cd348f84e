package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceRevision;
import ecslab.wire.text.Texts;

/// Tells how service deployments come along, and who watches them.
final class RolloutText {

    private final Texts texts;
    private final EventMemory memory;
    private final CodeDeployText codeDeploy;

    RolloutText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
        codeDeploy = new CodeDeployText(texts);
    }

    Line line(Event.Deploying event) {
        return switch (event) {
            case Event.ServiceDeploymentChange(_, var one) -> line(one);
            case Event.ServiceRevisionChange(_, var one) -> line(one);
            case Event.AlarmChange change -> line(change);
            case Event.CodeDeployResourceChange(_, var one) -> codeDeploy.line(one);
            case Event.CodeDeployDeploymentChange(_, var one) -> codeDeploy.line(one);
            case Event.HookCall call -> line(call);
            case Event.TaskProtectionChange change -> line(change);
        };
    }

    private Line line(ServiceDeployment one) {
        var stage = one.lifecycleStage() == LifecycleStage.NONE ? "" : one.lifecycleStage().name();
        return new Line(
                Topic.DEPLOYMENT,
                toneOf(one.status()),
                source("deployment", one.service().service()),
                EventText.joined(
                        EventText.withReason(one.status().name(), one.statusReason()), stage),
                "");
    }

    private Line line(ServiceRevision revision) {
        return new Line(
                Topic.DESCRIPTION,
                Tone.MUTED,
                revision.service().service(),
                texts.of("event.serviceRevision", "taskDefinition", revision.taskDefinition()),
                "");
    }

    private Line line(Event.AlarmChange change) {
        var alarm = change.alarm();
        return new Line(
                Topic.DEPLOYMENT,
                toneOf(alarm.state()),
                source("alarm", alarm.name()),
                EventText.withReason(alarm.state().name(), alarm.reason()),
                "");
    }

    private Line line(Event.HookCall call) {
        var asked = call.function().isEmpty() ? "PAUSE" : EventText.lastOfArn(call.function());
        return new Line(
                Topic.DEPLOYMENT,
                toneOf(call.hookStatus()),
                source("deployment", call.service().service()),
                call.stage() + " · " + asked + " " + call.hookStatus(),
                texts.of("gloss.hook." + (call.function().isEmpty() ? "pause" : "lambda")));
    }

    private Line line(Event.TaskProtectionChange change) {
        var task = change.task();
        return new Line(
                Topic.TASK,
                Tone.ACCENT,
                source("task", memory.nameOf(task.task())),
                "protectionEnabled " + task.protectionEnabled(),
                texts.of(
                        task.protectionEnabled() ? "gloss.protection.on" : "gloss.protection.off"));
    }

    private String source(String kind, String name) {
        return texts.of("event.source." + kind, "name", name);
    }

    private static Tone toneOf(AlarmState state) {
        return switch (state) {
            case OK -> Tone.SUCCESS;
            case ALARM -> Tone.DANGER;
            case INSUFFICIENT_DATA -> Tone.MUTED;
        };
    }

    private static Tone toneOf(HookStatus status) {
        return switch (status) {
            case AWAITING_ACTION -> Tone.WARNING;
            case IN_PROGRESS -> Tone.ACCENT;
            case SUCCEEDED -> Tone.SUCCESS;
            case FAILED, TIMED_OUT -> Tone.DANGER;
        };
    }

    static Tone toneOf(ServiceDeploymentStatus status) {
        return switch (status) {
            case PENDING, IN_PROGRESS -> Tone.ACCENT;
            case SUCCESSFUL -> Tone.SUCCESS;
            case STOP_REQUESTED, ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS -> Tone.WARNING;
            case ROLLBACK_SUCCESSFUL -> Tone.WARNING;
            case STOPPED, ROLLBACK_FAILED -> Tone.DANGER;
        };
    }
}
