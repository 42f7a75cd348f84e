package ecslab.stage.play;

import ecslab.ecs.Run;
import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import java.util.List;

/// Everything that a view needs to show a run at a moment. A frame never changes, so any thread may
/// read it.
///
/// @param state what is known at `at`
/// @param events everything that has happened up to `frontier`, in order
/// @param position how many of `events` have happened by `at`
/// @param frontier how far the reader has been; never before `at`
/// @param commands the learner's commands of this run
/// @param speed run seconds a second
/// @param branches the names of all runs that can be shown; the run as the scenario tells it is
///   empty and stands first
public record Frame(
        RunHeader header,
        SimInstant at,
        ClusterState state,
        List<Event> events,
        int position,
        SimInstant frontier,
        List<TimedCommand> commands,
        boolean playing,
        double speed,
        List<String> branches) {

    /// A run as it stands, for shots and tests: nothing plays.
    ///
    /// The frame reads the run's own list of events, so it is good only until the run goes on.
    public static Frame of(Run run) {
        return new Frame(
                run.header(),
                run.now(),
                run.snapshot(),
                run.events(),
                run.position(),
                run.frontier(),
                List.copyOf(run.commands()),
                false,
                1,
                List.of(run.header().branch()));
    }

    /// What has happened by `at`, in order.
    public List<Event> past() {
        return events.subList(0, position);
    }

    public boolean isAtEnd() {
        return !at.isBefore(header.until());
    }

    /// Whether something has been computed that lies ahead: acting now makes a branch.
    public boolean isInThePast() {
        return at.isBefore(frontier);
    }

    Frame withPlaying(boolean next) {
        return new Frame(
                header, at, state, events, position, frontier, commands, next, speed, branches);
    }
}
