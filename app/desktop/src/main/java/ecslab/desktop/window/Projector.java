package ecslab.desktop.window;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Lets the window show its newest frame at each pulse of the screen.
final class Projector extends AnimationTimer {

    static final String FIRST_PICTURE = "first picture";

    private final MainWindow window;
    private final Consumer<String> timing;
    private int pulses;
    private boolean isLit;

    Projector(MainWindow window, Consumer<String> timing) {
        this.window = window;
        this.timing = timing;
    }

    @Override
    public void handle(long now) {
        window.pulse();
        // What one pulse lays out is painted before the pulse after the next.
        if (pulses < 2 && ++pulses == 2) {
            timing.accept(FIRST_PICTURE);
        }
        if (!isLit && !window.shown().events().isEmpty()) {
            isLit = true;
            timing.accept("cluster in sight");
        }
    }
}
