package ecslab.desktop.shot;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.play.RunFailure;
import java.util.Optional;
import java.util.function.Consumer;

/// Frames that were made before, one after the other, as somebody turns to them.
final class Moving implements Playback {

    private Frame now;

    Moving(Frame first) {
        now = first;
    }

    void turnTo(Frame next) {
        now = next;
    }

    @Override
    public Frame frame() {
        return now;
    }

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
