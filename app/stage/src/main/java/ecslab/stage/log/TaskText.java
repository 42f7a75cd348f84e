package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.wire.text.Texts;

/// Tells what becomes of a task.
final class TaskText {

    private final Texts texts;
    private final EventMemory memory;

    TaskText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
    }

    Line line(Task task, TaskStep step) {
        return switch (step) {
            case TaskStep.Appeared() -> line(task, tone(task), appeared(task), statusGloss(task));
            case TaskStep.Moved(var from) ->
                    line(
                            task,
                            tone(task),
                            from + " → " + task.lastStatus(),
                            task.isStopped() ? whyStopped(task) : statusGloss(task));
            case TaskStep.ToldToStop(var why) ->
                    line(
                            task,
                            Tone.WARNING,
                            "desiredStatus RUNNING → STOPPED",
                            EventText.joined(
                                    EventText.shortened(why.stoppedReason()), stopGloss(task)));
            case TaskStep.Attached(var networkInterface) ->
                    line(
                            task,
                            Tone.MUTED,
                            texts.of(
                                    "event.task.attached",
                                    "eni",
                                    networkInterface.eniId(),
                                    "address",
                                    networkInterface.privateIpv4Address()),
                            "");
            case TaskStep.ContainerMoved(var container) -> line(task, container);
            case TaskStep.ContainerFelt(var container) -> health(task, container);
            case TaskStep.Stamped(var field) ->
                    line(task, Tone.MUTED, texts.of("event.task.stamped", "field", field), "");
            case TaskStep.Nothing(), TaskStep.InstanceMoved() ->
                    line(
                            task,
                            Tone.MUTED,
                            texts.of("event.task.version", "version", task.version()),
                            "");
        };
    }

    /// A task that waits for an instance is in no Availability Zone yet.
    private String appeared(Task task) {
        if (task.availabilityZone().isEmpty()) {
            return task.lastStatus() + " · " + task.taskDefinition();
        }
        return texts.of(
                "event.task.appeared",
                "status",
                task.lastStatus(),
                "taskDefinition",
                task.taskDefinition(),
                "zone",
                task.availabilityZone());
    }

    Line line(Event.ImagePull pull) {
        var image = Arns.lastPart(pull.image());
        return switch (pull.pull()) {
            case Event.Pull.Started(int sizeMib, int layers, _) ->
                    image(
                            pull,
                            Tone.WARNING,
                            texts.of(
                                    "event.pull.started",
                                    "image",
                                    image,
                                    "mib",
                                    sizeMib,
                                    "count",
                                    layers));
            case Event.Pull.Finished _ ->
                    image(pull, Tone.SUCCESS, texts.of("event.pull.finished", "image", image));
            case Event.Pull.Cached(_, var failure) ->
                    new Line(
                            Topic.IMAGE,
                            failure.isEmpty() ? Tone.SUCCESS : Tone.WARNING,
                            source(pull.task()),
                            texts.of("event.pull.cached", "image", image),
                            failure);
            case Event.Pull.Failed(var message) -> image(pull, Tone.DANGER, message);
        };
    }

    /// Its events stay in the log; only DescribeTasks forgets it.
    Line deleted(TaskId task) {
        return new Line(Topic.TASK, Tone.MUTED, source(task), texts.of("event.task.deleted"), "");
    }

    private Line image(Event.ImagePull pull, Tone tone, String text) {
        return new Line(Topic.IMAGE, tone, source(pull.task()), text, "");
    }

    private Line line(Task task, Container container) {
        var exit =
                switch (container.exit()) {
                    case Exit.None() -> "";
                    case Exit.Code(int code) -> "exitCode " + code;
                };
        return line(
                task,
                Tone.MUTED,
                texts.of(
                        "event.task.container",
                        "container",
                        container.name(),
                        "status",
                        container.lastStatus()),
                EventText.joined(EventText.joined(exit, container.reason()), exitGloss(container)));
    }

    private String exitGloss(Container container) {
        return ExitGloss.of(container).map(gloss -> texts.of(gloss.key())).orElse("");
    }

    private Line health(Task task, Container container) {
        return line(
                task,
                Tone.of(container.healthStatus()),
                texts.of(
                        "event.task.containerHealth",
                        "container",
                        container.name(),
                        "status",
                        container.healthStatus()),
                texts.of("event.task.health", "status", task.healthStatus()));
    }

    private Line line(Task task, Tone tone, String text, String detail) {
        return new Line(Topic.TASK, tone, source(task.id()), text, detail);
    }

    private String source(TaskId id) {
        return texts.of("event.source.task", "name", memory.nameOf(id));
    }

    private String statusGloss(Task task) {
        return texts.of(StatusGloss.keyFor(task));
    }

    /// ECS's stop code and reason, and what they mean.
    private String whyStopped(Task task) {
        return switch (task.stop()) {
            case Stop.NotAsked() -> "";
            case Stop.Asked(var code, var reason) ->
                    EventText.joined(
                            code.printed() + ": " + EventText.shortened(reason), stopGloss(task));
        };
    }

    private String stopGloss(Task task) {
        return StopGloss.of(task.stop()).map(gloss -> texts.of(gloss.key())).orElse("");
    }

    private static Tone tone(Task task) {
        return task.lastStatus() == TaskStatus.STOPPED && failed(task)
                ? Tone.DANGER
                : Tone.of(task.lastStatus());
    }

    private static boolean failed(Task task) {
        return task.stop() instanceof Stop.Asked(var code, _)
                && switch (code) {
                    case TASK_FAILED_TO_START, ESSENTIAL_CONTAINER_EXITED -> true;
                    case USER_INITIATED, SERVICE_SCHEDULER_INITIATED -> false;
                    case SPOT_INTERRUPTION, TERMINATION_NOTICE -> true;
                };
    }
}
