package ecslab.desktop.window;

import ecslab.stage.play.Playback;
import ecslab.wire.Problem;
import ecslab.wire.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Reads scenarios and starts them, away from the FX thread.
public interface Opener {

    /// Opens a file, and returns at once.
    ///
    /// @param heard is told what came of it, on the FX thread
    void open(Path scenario, Consumer<Outcome> heard);

    /// What can come of opening a file.
    sealed interface Outcome {

        /// It plays, or waits to be played.
        record Opened(Path file, ScenarioFile scenario, Playback playback) implements Outcome {}

        /// The file is at fault.
        ///
        /// @param problems in line order
        record Refused(Path file, List<Problem> problems) implements Outcome {}

        /// We are at fault.
        record Failed(Path file, Throwable mistake) implements Outcome {}
    }
}
