package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.TaskId;
import ecslab.wire.text.Texts;

/// Tells what goes on in containers, and what somebody has broken on purpose.
final class ContainerText {

    private static final String TASK = "task/";
    private static final String EVERYWHERE = "*";

    private final Texts texts;
    private final EventMemory memory;

    ContainerText(Texts texts, EventMemory memory) {
        this.texts = texts;
        this.memory = memory;
    }

    Line line(Event.ContainerProbe probe) {
        return new Line(
                Topic.TASK,
                probe.passed() ? Tone.SUCCESS : Tone.WARNING,
                source(probe.task()),
                texts.of(
                        probe.passed() ? "event.container.passed" : "event.container.failed",
                        "container",
                        probe.container(),
                        "count",
                        probe.inARow()),
                probe.counts() ? "" : texts.of("event.container.startPeriod"));
    }

    Line line(Event.ContainerRestart restart) {
        return new Line(
                Topic.TASK,
                Tone.WARNING,
                source(restart.task()),
                texts.of(
                        "event.container.restart",
                        "container",
                        restart.container(),
                        "code",
                        restart.exitCode(),
                        "count",
                        restart.restartCount()),
                "");
    }

    Line line(Event.FaultChange change) {
        var fault = change.fault();
        return new Line(
                Topic.API,
                change.present() ? Tone.DANGER : Tone.SUCCESS,
                named(fault),
                texts.of(
                        change.present() ? "event.fault.begun" : "event.fault.mended",
                        "fault",
                        texts.of(
                                (change.present() ? "fault." : "fault.ended.")
                                        + fault.kind().word())),
                fault.detail());
    }

    Line line(Event.NeighbourChange change) {
        return new Line(
                Topic.API,
                change.present() ? Tone.MUTED : Tone.DANGER,
                change.neighbour().name(),
                texts.of(
                        change.present() ? "event.neighbour.made" : "event.neighbour.gone",
                        "kind",
                        texts.of("neighbour." + change.neighbour().kind())),
                "");
    }

    private String source(TaskId id) {
        return texts.of("event.source.task", "name", memory.nameOf(id));
    }

    /// A task by its name, an image by the last part of its URI, a registry by its host.
    private String named(Fault fault) {
        var about = fault.about();
        if (about.equals(EVERYWHERE)) {
            return texts.of("fault.everywhere");
        }
        return switch (fault.kind()) {
            case CLOSED_ROUTE -> about;
            case SUBNET_FULL -> texts.of("event.source.subnet", "name", about);
            default ->
                    about.startsWith(TASK)
                            ? source(new TaskId(about.substring(TASK.length())))
                            : Arns.lastPart(about);
        };
    }
}
