package ecslab.desktop.live;

import ecslab.ecs.command.Command;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.play.Take;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a live cluster begins with.
///
/// @param prepare done before anybody sees it
/// @param isLesson whether it is for one act of a lesson
public record LivePlan(Scenario scenario, List<Command> prepare, boolean isLesson) {

    public LivePlan {
        prepare = List.copyOf(prepare);
    }

    /// A cluster of the learner's own.
    public static LivePlan own(Scenario scenario) {
        return new LivePlan(scenario, List.of(), false);
    }

    /// Brings a live cluster to where a lesson's run is: what has been done by then, by the
    /// scenario and by the learner, is done at once, and what is still to come comes as much later.
    public static LivePlan of(Take take) {
        var scenario = take.scenario();
        var done = new ArrayList<>(take.commands());
        var toCome = new ArrayList<TimedCommand>();
        for (var command : scenario.commands()) {
            if (command.at().isAfter(take.at())) {
                var in = command.at().since(take.at());
                toCome.add(new TimedCommand(SimInstant.START.plus(in), command.command()));
            } else {
                done.add(command);
            }
        }
        done.sort(Comparator.comparing(TimedCommand::at));
        return new LivePlan(
                scenario.withCommands(toCome),
                done.stream().map(TimedCommand::command).toList(),
                true);
    }
}
