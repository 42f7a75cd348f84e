package ecslab.stage;

import ecslab.stage.play.Frame;
import ecslab.stage.play.Playback;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Shows the newest frame of a playback, at most once a pulse of JavaFX and only if it is new.
public final class Pulse extends AnimationTimer {

    private final Playback playback;
    private final Consumer<Frame> show;
    private Optional<Frame> shown = Optional.empty();

    /// Does nothing until it is started.
    ///
    /// @param show called on the FX thread
    public Pulse(Playback playback, Consumer<Frame> show) {
        this.playback = playback;
        this.show = show;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A frame that has been shown is the same object.
    public void handle(long now) {
        var newest = playback.frame();
        if (shown.isEmpty() || shown.get() != newest) {
            shown = Optional.of(newest);
            show.accept(newest);
        }
    }
}
