package ecslab.desktop.window;

import ecslab.ecs.Answer;
import ecslab.ecs.ApiError;
import ecslab.ecs.Response;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.TaskCommand.StopTask;
import ecslab.ecs.event.Decision;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.stage.Selection;
import ecslab.stage.play.Playback;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What the learner does to the cluster, and where "why?" leads.
final class Acting {

    private final Playback playback;
    private final Selection selection;
    private final BiConsumer<Command, ApiError> refused;

    /// @param refused hears, on the FX thread, what the cluster wouldn't do
    Acting(Playback playback, Selection selection, BiConsumer<Command, ApiError> refused) {
        this.playback = playback;
        this.selection = selection;
        this.refused = refused;
    }

    /// Does nothing if the task is gone at the moment that is shown.
    void stop(TaskId id) {
        var task = playback.frame().state().tasks().get(id);
        if (task != null) {
            submit(new StopTask(Given.of(task.cluster()), id.hex(), Given.absent()));
        }
    }

    /// The chosen task, if it can be stopped.
    Optional<Task> chosenTask() {
        return playback.frame().state().tasks().values().stream()
                .filter(task -> selection.is(Ref.task(task.id())) && !task.isLeaving())
                .findFirst();
    }

    /// What "why?" is about: what is chosen, else what the newest decision is about.
    Optional<Ref> whyAbout() {
        return selection.now().or(this::lastDecided);
    }

    private Optional<Ref> lastDecided() {
        return playback.frame().past().reversed().stream()
                .filter(Decision.class::isInstance)
                .map(event -> ((Decision) event).about())
                .findFirst();
    }

    /// Does what was asked for at a thing in the picture.
    void act(Command command) {
        submit(command);
    }

    private void submit(Command command) {
        playback.submit(command, answer -> heard(command, answer));
    }

    private void heard(Command command, Answer answer) {
        switch (answer) {
            case ApiError error -> refused.accept(command, error);
            case Response _ -> {}
        }
    }
}
