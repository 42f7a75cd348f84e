package ecslab.ecs;

import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// A run of a scenario, and a reader's place in it.
///
/// What has been computed never changes: looking back shows the same events again, and acting in
/// the past makes a branch. Between [#now()] and [#frontier()] lies what was computed before the
/// reader went back.
public interface Run extends Cluster {

    RunHeader header();

    /// Where the reader stands.
    SimInstant now();

    /// How far the run has been computed; never before [#now()].
    SimInstant frontier();

    /// What is known at [#now()], after everything that happened at that moment.
    ClusterState snapshot();

    /// Everything that happened up to the frontier, in order. The list grows; what is in it stays.
    List<Event> events();

    /// How many of [#events()] have happened by [#now()].
    int position();

    /// Goes on to `instant`, computing what isn't yet; does nothing if `instant` has passed. A run
    /// ends at its scenario's `until`.
    default void advanceTo(SimInstant instant) {
        if (instant.isAfter(now())) {
            seek(instant);
        }
    }

    /// Goes to any moment of the run, back or on.
    void seek(SimInstant instant);

    /// A new run that is the same up to and including `instant`, and whose reader stands there. The
    /// scenario's later commands still come; what the learner did later doesn't.
    Run branch(SimInstant instant, String name);

    /// A new run that is the same until the learner's command at `index`, which never came; later
    /// ones of the learner's don't come either. Its reader stands just before that command.
    default Run before(int index, String name) {
        return branch(commands().get(index).at().minus(Duration.ofNanos(1_000)), name);
    }

    /// The learner's commands of this run with their moments: together with scenario and seed they
    /// are the whole run.
    List<TimedCommand> commands();
}
