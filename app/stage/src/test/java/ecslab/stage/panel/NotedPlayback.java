package ecslab.stage.panel;

import ecslab.ecs.Answer;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import ecslab.stage.play.RunFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Shows one frame for ever and notes what is asked of it.
final class NotedPlayback implements Playback {

    final List<String> asked = new ArrayList<>();
    private final Frame frame;

    NotedPlayback(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public void play() {
        asked.add("play");
    }

    @Override
    public void pause() {
        asked.add("pause");
    }

    @Override
    public void setSpeed(double speed) {
        asked.add("speed " + speed);
    }

    @Override
    public void seek(SimInstant instant) {
        asked.add("seek " + instant);
    }

    @Override
    public void holdAt(SimInstant limit) {
        asked.add("holdAt " + limit);
    }

    @Override
    public void step(int direction) {
        asked.add("step " + direction);
    }

    @Override
    public void submit(Command command, Consumer<Answer> answered) {
        asked.add("submit " + command.action());
    }

    @Override
    public void undo() {
        asked.add("undo");
    }

    @Override
    public void switchTo(String branch) {
        asked.add("switch to " + branch);
    }

    @Override
    public Optional<RunFailure> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
