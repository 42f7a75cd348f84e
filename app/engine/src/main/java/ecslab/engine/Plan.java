package ecslab.engine;

import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.model.Service;
import java.util.List;

/// What the service scheduler counts before it starts or stops tasks. Tasks that were told to stop
/// count no more, although they may go on for a while.
///
/// @param kept tasks of the deployment that stays, but for those that must be replaced or moved
/// @param all tasks of the side
/// @param healthy of all of them
/// @param unfit those that must be replaced, of all of them
/// @param least `minimumHealthyPercent` of the desired count, rounded up
/// @param most `maximumPercent` of the desired count, rounded down
record Plan(
        int desired, int running, int kept, int all, int healthy, int unfit, int least, int most) {

    static Plan of(Desk desk, Service service, Side side, Health health) {
        var memory = desk.memory(service.name());
        var name = service.name();
        var own = memory.members.tally(side.deployment());
        var all = side.alone() ? memory.members.all() : own;
        var kept = own.staying();
        var unfit = 0;
        var healthy = side.alone() ? health.count(name) : health.count(name, side.deployment());
        for (var id : memory.unfit.keySet()) {
            if (side.has(desk, service, id)) {
                unfit++;
                healthy -= health.isHealthy(id) ? 1 : 0;
                kept -= side.isOwn(desk, id) ? 1 : 0;
            }
        }
        for (var id : desk.state().moving(name)) {
            kept -= side.isOwn(desk, id) && !memory.unfit.containsKey(id) ? 1 : 0;
        }
        var percents = service.deploymentConfiguration();
        return new Plan(
                side.desired(),
                all.running(),
                kept,
                all.staying(),
                healthy,
                unfit,
                percents.least(side.desired()),
                percents.most(side.desired()));
    }

    int missing() {
        return desired - kept;
    }

    int toStart() {
        return Math.min(missing(), most - all);
    }

    /// Tasks of other deployments, and those that must be moved; the unfit ones apart.
    int replaceable() {
        return all - kept - unfit;
    }

    /// Whether all that could be started and stopped has been, but for so many tasks that would
    /// have to go.
    boolean waitsOnlyFor(int tasks) {
        return replaceable() == tasks && undecided() == 0 && (missing() <= 0 || toStart() <= 0);
    }

    /// How many healthy tasks may stop.
    int spare() {
        return healthy - least;
    }

    /// Tasks that may still become healthy, or turn out not to be.
    int undecided() {
        return all - healthy - unfit;
    }

    /// How many unfit tasks may go: all of them once others have taken their place; those beyond
    /// the desired count once their replacements are unfit as well; and one if there is no room for
    /// a replacement beside it (Developer Guide, *Amazon ECS services*). An unfit task doesn't
    /// count as healthy, so that no minimum is in its way.
    int expendable() {
        if (healthy >= desired) {
            return unfit;
        }
        if (undecided() > 0) {
            return 0;
        }
        return all > desired ? all - desired : all >= most ? 1 : 0;
    }

    List<Fact> facts() {
        return List.of(
                Fact.of("desiredCount", desired),
                Fact.of("runningCount", running),
                Fact.of("pendingCount", all - running),
                Fact.of("healthy", healthy),
                Fact.of("minimumHealthy", least),
                Fact.of("maximum", most),
                Fact.of("startable", Math.max(0, most - all)),
                Fact.of("stoppable", Math.max(0, spare())));
    }

    String startArithmetic() {
        return "min(desiredCount − kept, maximum − all) = min("
                + minus(desired, kept)
                + ", "
                + minus(most, all)
                + ") = "
                + toStart();
    }

    /// Which of the three reasons of [#expendable()] it is.
    String expendableArithmetic() {
        if (healthy >= desired) {
            return "healthy ≥ desiredCount: " + healthy + " ≥ " + desired;
        }
        return all > desired
                ? "all − desiredCount = " + minus(all, desired) + " = " + (all - desired)
                : "maximum − all = " + minus(most, all) + " = " + (most - all);
    }

    /// @param extra tasks beyond the desired count that rebalancing has started
    /// @param free how many of those that are kept nobody protects
    String surplusArithmetic(int extra, int free) {
        var surplus = kept - desired - extra;
        var names = "kept − desiredCount" + (extra == 0 ? "" : " − rebalancing");
        var numbers = minus(kept, desired) + (extra == 0 ? "" : " − " + extra);
        return surplus <= free
                ? names + " = " + numbers + " = " + surplus
                : "min(" + names + ", notProtected) = min(" + numbers + ", " + free + ") = " + free;
    }

    private static String minus(int a, int b) {
        return a + " − " + b;
    }
}
