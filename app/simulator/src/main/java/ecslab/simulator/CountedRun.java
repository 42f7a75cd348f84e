package ecslab.simulator;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.Scenario;

/// Plays a scenario for measuring: every event is made and counted, but none is kept or written.
///
/// It knows no clock: whoever measures holds the watch.
public final class CountedRun {

    private long events;
    private long decisions;
    private long stopped;
    private long steady;

    private CountedRun() {}

    /// What was counted.
    ///
    /// @param decisions among the events
    /// @param stopped tasks that came to STOPPED
    /// @param steady how often a service reached a steady state
    public record Counted(long events, long decisions, long stopped, long steady) {}

    /// Plays it from the first moment to the last.
    public static Counted play(Scenario scenario) {
        var simulation = Simulation.of(scenario);
        var run = new CountedRun();
        simulation.listen(run::hear);
        simulation.open();
        simulation.advanceTo(scenario.until());
        return new Counted(run.events, run.decisions, run.stopped, run.steady);
    }

    private void hear(Event event) {
        events++;
        decisions += event instanceof Decision ? 1 : 0;
        if (event instanceof Event.TaskStateChange(_, var task) && task.isStopped()) {
            stopped++;
        }
        if (event instanceof Event.ServiceAction action
                && action.eventName().equals("SERVICE_STEADY_STATE")) {
            steady++;
        }
    }
}
