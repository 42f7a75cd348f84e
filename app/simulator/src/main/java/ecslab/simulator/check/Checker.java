package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.List;

/// What is always true of a run, judged from its events alone. It shares no code with the engine: a
/// rule that both got wrong together would prove nothing.
public final class Checker {

    private final List<String> broken = new ArrayList<>();
    private final Seen seen = new Seen();
    private final List<Rule> rules =
            List.of(
                    new TimeRules(broken),
                    new TaskRules(seen, broken),
                    new ContainersRules(seen, broken),
                    new TargetRules(seen, broken),
                    new RequestRules(seen, broken),
                    new CountRules(seen, broken),
                    new HostRules(seen, broken),
                    new MachineRules(seen, broken),
                    new PlaceRules(seen, broken),
                    new DaemonRules(seen, broken),
                    new CodeDeployRules(seen, broken),
                    new DeploymentRules(seen, broken),
                    new RolloutRules(seen, broken),
                    new BreakerRules(seen, broken),
                    new BreakerCountRules(seen, broken),
                    new GraceRules(seen, broken),
                    new StartRules(seen, broken),
                    new ScaleInRules(seen, broken),
                    new VictimRules(seen, broken));
    private SimInstant last = SimInstant.START;

    private Checker() {}

    /// One kind of truth.
    interface Rule {

        /// Judges an event while [Seen] still knows the world before it.
        void before(Event event);

        /// Judges the world after everything that happened at an instant that changed it.
        void settled(SimInstant at);
    }

    /// What is broken in a run; empty if nothing is.
    public static List<String> check(List<Event> events) {
        var checker = new Checker();
        events.forEach(checker::hear);
        checker.settle();
        return List.copyOf(checker.broken);
    }

    private void settle() {
        if (seen.hasChanged()) {
            rules.forEach(rule -> rule.settled(last));
        }
    }

    private void hear(Event event) {
        if (event.at().isAfter(last)) {
            settle();
            last = event.at();
        }
        rules.forEach(rule -> rule.before(event));
        seen.hear(event);
    }
}
