package ecslab.desktop.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Window;
import javafx.util.Duration;

/// A launch that ends by itself. The app folder is made with one: what it loaded is kept in a
/// cache, from which later launches start faster.
public final class Rehearsal implements Consumer<String> {

    /// Long enough for the first tasks to run, move and be asked.
    private static final Duration LENGTH = Duration.seconds(6);

    @Override
    public void accept(String part) {
        if (part.equals(Projector.FIRST_PICTURE)) {
            var pause = new PauseTransition(LENGTH);
            pause.setOnFinished(_ -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            pause.play();
        }
    }
}
