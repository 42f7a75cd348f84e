package ecslab.desktop.window;

import ecslab.simulator.ManyTasks;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Window;
import javafx.util.Duration;

/// A launch that ends by itself. The app folder is made with one: what it loaded and how often it
/// ran is kept in a cache, from which later launches start faster.
public final class Rehearsal implements Consumer<String> {

    /// Long enough for the first tasks to run, move and be asked.
    private static final Duration LENGTH = Duration.seconds(6);

    /// So often, and of so many tasks, that Java takes the engine's code for worth compiling: later
    /// launches do so from their first task on.
    private static final int RUNS = 3;

    private static final int TASKS = 1_000;

    @Override
    public void accept(String part) {
        if (part.equals(Projector.FIRST_PICTURE)) {
            for (var run = 0; run < RUNS; run++) {
                ManyTasks.play(TASKS);
            }
            var pause = new PauseTransition(LENGTH);
            pause.setOnFinished(_ -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            pause.play();
        }
    }
}
