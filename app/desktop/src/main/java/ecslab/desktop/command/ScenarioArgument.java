package ecslab.desktop.command;

import ecslab.desktop.scenario.ScenarioInput;
import ecslab.wire.BadInput;
import ecslab.wire.Problem;
import ecslab.wire.scenario.ScenarioFile;
import java.nio.file.Path;

/// Reads the scenario that a command is given; what is wrong with it is printed, a line each.
final class ScenarioArgument {

    private ScenarioArgument() {}

    /// What a command goes on with.
    sealed interface Outcome {

        /// It can be run.
        record Read(ScenarioFile file) implements Outcome {}

        /// Everything that is wrong has been printed.
        record Refused() implements Outcome {}
    }

    static Outcome read(Path path, Terminal terminal) {
        try {
            return new Outcome.Read(ScenarioInput.read(path));
        } catch (BadInput bad) {
            bad.problems().stream().map(Problem::said).forEach(terminal.err()::line);
            return new Outcome.Refused();
        }
    }
}
