package ecslab.lesson.play;

import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Act;
import ecslab.lesson.Lesson;
import ecslab.lesson.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Finds the run that a "show me" shows.
///
/// @param commands all of that run's, those that are still to come included
/// @param from where the reader stands at first; with acts, they are seen happening
/// @param to where the run holds
record Shows(Scenario scenario, List<TimedCommand> commands, SimInstant from, SimInstant to) {

    static Shows of(Show show, Lesson lesson, Function<Scenario, ecslab.ecs.Run> runs, Shows here) {
        var start =
                switch (show.from()) {
                    case Show.Origin.Here() -> here;
                    case Show.Origin.InScenario(var file) -> scenario(lesson, file);
                    case Show.Origin.AfterStep(var key) -> afterStep(lesson, runs, key);
                };
        var commands = new ArrayList<>(start.commands());
        commands.addAll(timed(show.acts(), start.from()));
        var to = SimInstant.earlier(show.at().from(start.from()), start.scenario().until());
        return new Shows(start.scenario(), commands, show.acts().isEmpty() ? to : start.from(), to);
    }

    /// The calls among some acts, at the moments they are made when begun at `start`.
    static List<TimedCommand> timed(List<Act> acts, SimInstant start) {
        var timed = new ArrayList<TimedCommand>();
        var at = start;
        for (var act : acts) {
            if (act instanceof Act.Call(var after, var command)) {
                at = at.plus(after);
                timed.add(new TimedCommand(at, command));
            }
        }
        return timed;
    }

    private static Shows scenario(Lesson lesson, String file) {
        var scenario = lesson.scenarios().get(file);
        if (scenario == null) {
            throw new IllegalStateException("lesson " + lesson.id() + " has no " + file);
        }
        return new Shows(scenario, List.of(), SimInstant.START, SimInstant.START);
    }

    private static Shows afterStep(
            Lesson lesson, Function<Scenario, ecslab.ecs.Run> runs, String key) {
        var end = ModelWalk.of(lesson, new Lesson.Part.Steps(), runs).end(key);
        return new Shows(lesson.scenario(), end.commands(), end.at(), end.at());
    }
}
