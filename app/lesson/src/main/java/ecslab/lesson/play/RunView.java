package ecslab.lesson.play;

import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import java.util.List;

/// What has been seen of a run: what a player is told, some sixty times a second while it plays.
///
/// @param take the number of the take that this run was opened from
/// @param events everything that has happened, in order; may go beyond `at`
/// @param position how many of `events` have happened by `at`
/// @param commands the learner's commands of this run
public record RunView(
        int take,
        RunHeader header,
        SimInstant at,
        List<Event> events,
        int position,
        List<TimedCommand> commands) {

    public static RunView of(int take, Run run) {
        return new RunView(
                take, run.header(), run.now(), run.events(), run.position(), run.commands());
    }
}
