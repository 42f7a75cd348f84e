package ecslab.desktop.shot;

import ecslab.desktop.window.Unmoved;
import ecslab.stage.play.Frame;

/// Frames that were made before, one after the other, as somebody turns to them.
final class Moving implements Unmoved {

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
}
