package ecslab.engine;

import ecslab.ecs.model.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;

/// Which of a target group's targets gets a request (behaviour reference §7.4). Simulated and real
/// load balancers choose by it.
public final class TargetChoice {

    public static final String LEAST_OUTSTANDING = "least_outstanding_requests";
    public static final String WEIGHTED_RANDOM = "weighted_random";

    private TargetChoice() {}

    /// What a choice is made by.
    public interface Standing {

        TargetState state();

        /// Requests that it has been given and hasn't answered.
        int outstanding();

        /// Whether it is in slow start.
        boolean isSlow(long now);

        /// Its share of a whole target's requests, 0 to 1.
        double share(long now);
    }

    /// Those that may be chosen: the healthy ones; with fewer of them than the group wants, the
    /// load balancer fails open and takes all that are registered (ALB guide, *Health checks*).
    ///
    /// @param members in the order of registration
    public static <T extends Standing> List<T> candidates(List<T> members, int failOpenBelow) {
        var candidates = new ArrayList<T>(members.size());
        add(candidates, members, TargetState.HEALTHY);
        if (candidates.size() < Math.max(1, failOpenBelow)) {
            add(candidates, members, TargetState.UNHEALTHY);
            add(candidates, members, TargetState.INITIAL);
        }
        return candidates;
    }

    private static <T extends Standing> void add(List<T> to, List<T> from, TargetState state) {
        for (var one : from) {
            if (one.state() == state) {
                to.add(one);
            }
        }
    }

    /// Of several with the fewest, the one whose turn it is.
    public static <T extends Standing> T leastOutstanding(List<T> candidates, long turn) {
        var from = (int) (turn % candidates.size());
        var best = candidates.get(from);
        for (var i = 1; i < candidates.size() && best.outstanding() > 0; i++) {
            var next = candidates.get((from + i) % candidates.size());
            if (next.outstanding() < best.outstanding()) {
                best = next;
            }
        }
        return best;
    }

    /// One in slow start lets some of its turns pass.
    ///
    /// @param turn counts the turns
    /// @param chance 0 to 1, for each try
    public static <T extends Standing> T roundRobin(
            List<T> candidates, LongSupplier turn, long now, IntToDoubleFunction chance) {
        for (var i = 0; i < candidates.size(); i++) {
            var next = candidates.get((int) (turn.getAsLong() % candidates.size()));
            if (!next.isSlow(now) || chance.applyAsDouble(i) < next.share(now)) {
                return next;
            }
        }
        return candidates.get((int) (turn.getAsLong() % candidates.size()));
    }
}
