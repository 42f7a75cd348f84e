package ecslab.desktop.window;

import ecslab.ecs.Answer;
import ecslab.ecs.RunHeader;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Arns;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.play.RunFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One frame, for ever: what a shot shows, and what a window shows before anything was opened.
///
/// @param frame the only one
public record Still(Frame frame) implements Playback {

    static final Frame NOTHING =
            new Frame(
                    new RunHeader(
                            "",
                            Instant.EPOCH,
                            new Arns("", ""),
                            0,
                            SimInstant.START,
                            "",
                            List.of()),
                    SimInstant.START,
                    ClusterState.EMPTY,
                    List.of(),
                    0,
                    SimInstant.START,
                    List.of(),
                    false,
                    1,
                    List.of(""));

    @Override
    public void play() {}

    @Override
    public void pause() {}

    @Override
    public void setSpeed(double speed) {}

    @Override
    public void seek(SimInstant instant) {}

    @Override
    public void holdAt(SimInstant limit) {}

    @Override
    public void step(int direction) {}

    @Override
    public void submit(Command command, Consumer<Answer> answered) {}

    @Override
    public void undo() {}

    @Override
    public void switchTo(String branch) {}

    @Override
    public Optional<RunFailure> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
