package ecslab.desktop.window;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.play.RunFailure;
import java.util.Optional;
import java.util.function.Consumer;

/// The playback that the window shows at the moment, for views that outlive it.
final class CurrentPlayback implements Playback {

    private Playback now = new Still(Still.NOTHING);

    /// Closes the playback before.
    void become(Playback next) {
        now.close();
        now = next;
    }

    @Override
    public Frame frame() {
        return now.frame();
    }

    @Override
    public void play() {
        now.play();
    }

    @Override
    public void pause() {
        now.pause();
    }

    @Override
    public void setSpeed(double speed) {
        now.setSpeed(speed);
    }

    @Override
    public void seek(SimInstant instant) {
        now.seek(instant);
    }

    @Override
    public void holdAt(SimInstant limit) {
        now.holdAt(limit);
    }

    @Override
    public void step(int direction) {
        now.step(direction);
    }

    @Override
    public void submit(Command command, Consumer<Answer> answered) {
        now.submit(command, answered);
    }

    @Override
    public void undo() {
        now.undo();
    }

    @Override
    public void switchTo(String branch) {
        now.switchTo(branch);
    }

    @Override
    public Optional<RunFailure> failure() {
        return now.failure();
    }

    @Override
    public void close() {
        now.close();
    }
}
