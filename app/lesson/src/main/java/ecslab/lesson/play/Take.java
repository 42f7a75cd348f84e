package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.function.Function;

/// A run to be shown, as a value: whoever starts the scenario, carries the commands out at their
/// moments and goes to `at` has it.
///
/// @param number grows with each take that a player asks for; a new number means: show this now
/// @param at where the reader stands at first
/// @param isLive whether real containers are to be shown: then the commands prepare a live cluster,
///   and its clock is its own
public record Take(
        int number, Scenario scenario, List<TimedCommand> commands, SimInstant at, boolean isLive) {

    public Take {
        commands = List.copyOf(commands);
    }

    /// One that is simulated.
    public Take(int number, Scenario scenario, List<TimedCommand> commands, SimInstant at) {
        this(number, scenario, commands, at, false);
    }

    /// Makes the run and stands at [#at()].
    public Run open(Function<Scenario, Run> runs) {
        var run = runs.apply(scenario);
        for (var command : commands) {
            run.advanceTo(command.at());
            run.submit(command.command());
        }
        run.seek(at);
        return run;
    }
}
