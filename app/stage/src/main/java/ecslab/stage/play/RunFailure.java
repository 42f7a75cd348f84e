package ecslab.stage.play;

import ecslab.ecs.RunHeader;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// A run that could not go on, with all that is needed to meet the failure again.
///
/// @param at the last moment that was shown
/// @param commands the learner's commands so far
public record RunFailure(
        RunHeader header, SimInstant at, List<TimedCommand> commands, Throwable cause) {

    /// For whoever mends it, so in English only.
    public String report() {
        var text = new StringBuilder();
        text.append("scenario: ").append(header.title()).append('\n');
        text.append("seed: ").append(header.seed()).append('\n');
        text.append("branch: ").append(header.branch()).append('\n');
        text.append("after: ").append(at).append('\n');
        for (var command : commands) {
            text.append("command: ").append(command.at()).append(' ');
            text.append(command.command()).append('\n');
        }
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        return text.append(trace).toString();
    }
}
