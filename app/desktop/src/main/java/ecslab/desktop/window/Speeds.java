package ecslab.desktop.window;

import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;

/// The speed that is chosen: the transport bar sets it, too, and it holds for the next run and the
/// next launch. A live run's own speed is nobody's choice, and a lesson sets its own at every beat.
final class Speeds {

    private final Chosen chosen;
    private final Playback playback;
    private boolean ofLesson;
    private double last;

    Speeds(Chosen chosen, Playback playback) {
        this.chosen = chosen;
        this.playback = playback;
    }

    /// Another run: what it plays at first isn't a choice.
    void begin() {
        ofLesson = false;
        last = 0;
    }

    /// The run of a lesson: what is chosen holds until the lesson plays on.
    void beginLesson() {
        ofLesson = true;
    }

    void keep(Frame frame) {
        if (ofLesson || frame.header().isLive()) {
            return;
        }
        if (frame.speed() != last && last > 0) {
            set(frame.speed());
        }
        last = frame.speed();
    }

    /// @param direction 1 for the next faster one, -1 for the next slower one
    void change(Frame shown, int direction) {
        var speeds = Playback.SPEEDS;
        var nearest = speeds.indexOf(shown.speed());
        var next = speeds.get(Math.clamp(nearest + direction, 0, speeds.size() - 1));
        if (ofLesson) {
            playback.setSpeed(next);
        } else {
            set(next);
        }
    }

    private void set(double speed) {
        chosen.change(now -> now.withSpeed(speed));
    }
}
