package ecslab.desktop.window;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import java.util.List;
import java.util.Optional;

/// What the first launch says: one sentence about the service at this moment, and the task that the
/// button would stop.
///
/// It is read from the frame alone, so that it is right after looking back, on a branch, and
/// however a task was stopped.
///
/// @param stoppable the task the button points to; empty while none runs
/// @param about what "why?" opens from
public record FirstLight(
        Chapter chapter, Phrase sentence, Optional<Task> stoppable, Optional<Ref> about) {

    /// Where the story stands.
    public enum Chapter {
        STARTING,
        STEADY,
        STOPPING,
        REPLACING,
        KEPT
    }

    boolean isAfterStop() {
        return switch (chapter) {
            case STARTING, STEADY -> false;
            case STOPPING, REPLACING, KEPT -> true;
        };
    }

    /// Reads the story at a frame's moment.
    ///
    /// @param chosen what the reader points at; a running task among them is the one to stop
    public static FirstLight of(Frame frame, Optional<Ref> chosen) {
        var state = frame.state();
        var service = state.services().values().stream().findFirst();
        if (service.isEmpty()) {
            return new FirstLight(
                    Chapter.STARTING,
                    Phrase.of("firstLight.empty"),
                    Optional.empty(),
                    Optional.empty());
        }
        var stoppable = stoppable(state, service.get(), chosen);
        return lastStop(frame)
                .map(stop -> afterStop(state, service.get(), stop, stoppable))
                .orElseGet(() -> beforeStop(state, service.get(), stoppable));
    }

    private static FirstLight beforeStop(
            ClusterState state, Service service, Optional<Task> stoppable) {
        var isSteady = service.runningCount() >= service.desiredCount();
        var chapter = isSteady ? Chapter.STEADY : Chapter.STARTING;
        var sentence =
                Phrase.of(
                        isSteady ? "firstLight.steady" : "firstLight.starting",
                        "service",
                        service.name().service(),
                        "desired",
                        service.desiredCount(),
                        "running",
                        service.runningCount());
        return new FirstLight(chapter, sentence, stoppable, about(state, service));
    }

    private static FirstLight afterStop(
            ClusterState state, Service service, TimedCommand stop, Optional<Task> stoppable) {
        var newcomers = startedSince(state, service, stop.at());
        var isKept = service.runningCount() >= service.desiredCount() && !newcomers.isEmpty();
        var chapter =
                isKept ? Chapter.KEPT : newcomers.isEmpty() ? Chapter.STOPPING : Chapter.REPLACING;
        var sentence =
                Phrase.of(
                        key(chapter),
                        "stopped",
                        name(state, stoppedBy(stop)),
                        "newcomer",
                        newcomers.isEmpty() ? "" : name(state, newcomers.getLast().id().hex()),
                        "desired",
                        service.desiredCount(),
                        "running",
                        service.runningCount());
        return new FirstLight(chapter, sentence, stoppable, about(state, service));
    }

    private static String key(Chapter chapter) {
        return switch (chapter) {
            case STARTING -> "firstLight.starting";
            case STEADY -> "firstLight.steady";
            case STOPPING -> "firstLight.stopping";
            case REPLACING -> "firstLight.replacing";
            case KEPT -> "firstLight.kept";
        };
    }

    private static Optional<TimedCommand> lastStop(Frame frame) {
        return frame.commands().stream()
                .filter(command -> command.command() instanceof StopTask)
                .filter(command -> !command.at().isAfter(frame.at()))
                .filter(command ->
                        frame.state().tasks().keySet().stream()
                                .anyMatch(id -> id.hex().equals(stoppedBy(command))))
                .reduce((_, later) -> later);
    }

    private static String stoppedBy(TimedCommand command) {
        return command.command() instanceof StopTask stop ? Arns.lastPart(stop.task()) : "";
    }

    private static List<Task> startedSince(ClusterState state, Service service, SimInstant since) {
        return state.tasks().values().stream()
                .filter(task -> belongs(task, service))
                .filter(task -> !task.isLeaving() && isNewSince(state, task, since))
                .toList();
    }

    private static boolean isNewSince(ClusterState state, Task task, SimInstant since) {
        return Optional.ofNullable(state.appearedAt().get(task.id()))
                .filter(appeared -> !appeared.isBefore(since))
                .isPresent();
    }

    private static Optional<Task> stoppable(
            ClusterState state, Service service, Optional<Ref> chosen) {
        var running =
                state.tasks().values().stream()
                        .filter(task -> belongs(task, service))
                        .filter(task ->
                                task.lastStatus() == TaskStatus.RUNNING && !task.isLeaving())
                        .toList();
        return running.stream()
                .filter(task -> chosen.filter(Ref.task(task.id())::equals).isPresent())
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    private static boolean belongs(Task task, Service service) {
        return task.group().equals(Task.groupOfService(service.name().service()));
    }

    private static Optional<Ref> about(ClusterState state, Service service) {
        var ref = Ref.service(service.name());
        return state.decisions().containsKey(ref) ? Optional.of(ref) : Optional.empty();
    }

    private static String name(ClusterState state, String taskHex) {
        return state.taskNames().entrySet().stream()
                .filter(entry -> entry.getKey().hex().equals(taskHex))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(taskHex);
    }
}
