package ecslab.desktop.window;

import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;

/// The speed that is chosen: the transport bar sets it, too, and it holds for the next run and the
/// next launch. A live run's own speed is nobody's choice.
final class Speeds {

    private final Chosen chosen;
    private double last;

    Speeds(Chosen chosen) {
        this.chosen = chosen;
    }

    /// Another run: what it plays at first isn't a choice.
    void begin() {
        last = 0;
    }

    void keep(Frame frame) {
        if (frame.header().isLive()) {
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
        set(speeds.get(Math.clamp(nearest + direction, 0, speeds.size() - 1)));
    }

    private void set(double speed) {
        chosen.change(now -> now.withSpeed(speed));
    }
}
