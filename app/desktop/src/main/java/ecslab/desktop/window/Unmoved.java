package ecslab.desktop.window;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Playback;
import ecslab.stage.play.RunFailure;
import java.util.Optional;
import java.util.function.Consumer;

/// Plays nothing, whatever it is asked: somebody else says which frame is shown.
public interface Unmoved extends Playback {

    @Override
    default void play() {}

    @Override
    default void pause() {}

    @Override
    default void setSpeed(double speed) {}

    @Override
    default void seek(SimInstant instant) {}

    @Override
    default void holdAt(SimInstant limit) {}

    @Override
    default void step(int direction) {}

    @Override
    default void submit(Command command, Consumer<Answer> answered) {}

    @Override
    default void undo() {}

    @Override
    default void switchTo(String branch) {}

    @Override
    default Optional<RunFailure> failure() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
