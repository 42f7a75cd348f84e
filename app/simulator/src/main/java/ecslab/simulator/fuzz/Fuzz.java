package ecslab.simulator.fuzz;

import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.simulator.SimulatedRun;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;

/// Plays a random scenario and looks for what mustn't be: a broken rule, a run that isn't the same
/// twice, a reader who knows something else than the control plane, or a crash.
///
/// @param broken what is wrong; empty if nothing is
/// @param events how many events the run had
public record Fuzz(Scenario scenario, List<String> broken, int events) {

    public static Fuzz of(long seed) {
        return play(RandomScenario.of(seed));
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }

    /// The same with as few commands as still break something.
    public Fuzz shrunk() {
        var least = this;
        for (var length = scenario.commands().size(); length >= 1; length /= 2) {
            for (var from = 0; from < least.scenario.commands().size(); ) {
                var fewer = play(without(least.scenario, from, length));
                if (fewer.isBroken()) {
                    least = fewer;
                } else {
                    from += length;
                }
            }
        }
        return least;
    }

    private static Scenario without(Scenario scenario, int from, int length) {
        var left = new ArrayList<TimedCommand>(scenario.commands());
        left.subList(from, Math.min(from + length, left.size())).clear();
        return scenario.withCommands(List.copyOf(left));
    }

    /// A crash is a finding like any other.
    static Fuzz play(Scenario scenario) {
        try {
            var run = end(scenario);
            var broken = new ArrayList<>(Checker.check(run.events()));
            if (!run.foldAgrees()) {
                broken.add("what a reader knows isn't what the control plane knows");
            }
            List<Event> again = end(scenario).events();
            if (!again.equals(run.events())) {
                broken.add("a second run isn't the same");
            }
            return new Fuzz(scenario, List.copyOf(broken), run.events().size());
        } catch (RuntimeException crash) {
            return new Fuzz(scenario, List.of("crash: " + crash), 0);
        }
    }

    private static SimulatedRun end(Scenario scenario) {
        var run = SimulatedRun.start(scenario);
        run.advanceTo(scenario.until());
        return run;
    }
}
