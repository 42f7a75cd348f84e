package ecslab.simulator.fuzz;

import ecslab.ecs.event.Event;
import ecslab.ecs.scenario.Scenario;
import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import ecslab.simulator.check.Checker;
import java.util.ArrayList;
import java.util.List;

/// Plays a random scenario and looks for what mustn't be: a broken rule, a run that isn't the same
/// twice or after going back, a reader who knows something else than the control plane, or a crash.
///
/// @param broken what is wrong; empty if nothing is
/// @param events how many events the run had
public record Fuzz(Scenario scenario, Rules rules, List<String> broken, int events) {

    /// What a run's events must keep.
    public interface Rules {

        /// What is broken; empty if nothing is.
        List<String> check(List<Event> events);
    }

    public static Fuzz of(long seed) {
        return of(seed, Checker::check);
    }

    /// With other rules than the [Checker]'s.
    public static Fuzz of(long seed, Rules rules) {
        return play(RandomScenario.of(seed), rules);
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }

    /// The same with as few commands as still break something.
    public Fuzz shrunk() {
        var least = this;
        for (var length = scenario.commands().size(); length >= 1; length /= 2) {
            for (var from = 0; from < least.scenario.commands().size(); ) {
                var fewer = play(without(least.scenario, from, length), rules);
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
    static Fuzz play(Scenario scenario, Rules rules) {
        try {
            var broken = new ArrayList<String>();
            var run = watched(scenario, broken);
            broken.addAll(rules.check(run.events()));
            var again = SimulatedRun.start(scenario);
            again.advanceTo(scenario.until());
            if (!again.events().equals(run.events())) {
                broken.add("a second run isn't the same");
            }
            goBack(run, broken);
            return new Fuzz(scenario, rules, List.copyOf(broken), run.events().size());
        } catch (RuntimeException crash) {
            return new Fuzz(scenario, rules, List.of("crash: " + crash), 0);
        }
    }

    /// Step by step, from one command to the next.
    private static SimulatedRun watched(Scenario scenario, List<String> broken) {
        var run = SimulatedRun.start(scenario);
        for (var command : scenario.commands()) {
            run.advanceTo(command.at());
            expectAgreement(run, broken);
        }
        run.advanceTo(scenario.until());
        expectAgreement(run, broken);
        return run;
    }

    private static void expectAgreement(SimulatedRun run, List<String> broken) {
        if (!run.foldAgrees()) {
            broken.add(run.now() + " a reader knows something else than the control plane");
        }
    }

    /// A branch goes on from a checkpoint; what it has come to is what the run was at that moment.
    private static void goBack(SimulatedRun run, List<String> broken) {
        var dice = new Dice(run.header().seed(), "back");
        var end = run.now();
        var at = SimInstant.ofSeconds(dice.from(1, (int) (end.micros() / 1_000_000)));
        var branch = run.branch(at, "back");
        run.seek(at);
        if (!branch.snapshot().equals(run.snapshot())) {
            broken.add(at + " isn't the same after going back");
        }
        branch.advanceTo(end);
        if (!branch.events().equals(run.events())) {
            broken.add("a branch from " + at + " goes on otherwise");
        }
        run.seek(end);
    }
}
