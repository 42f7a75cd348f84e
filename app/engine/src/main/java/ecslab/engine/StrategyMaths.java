package ecslab.engine;

import ecslab.ecs.model.CapacityProviderStrategyItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Base and weight (behaviour reference §1.3): the first tasks go to the provider with the base,
/// the others wherever most is missing of its share.
final class StrategyMaths {

    private StrategyMaths() {}

    /// Which provider each of `count` more tasks goes to.
    ///
    /// @param running how many of the same service, or request, each provider has already
    static List<String> place(
            List<CapacityProviderStrategyItem> strategy, Map<String, Integer> running, int count) {
        var has = new TreeMap<>(running);
        var placed = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var next = next(strategy, has);
            has.merge(next, 1, Integer::sum);
            placed.add(next);
        }
        return List.copyOf(placed);
    }

    private static String next(
            List<CapacityProviderStrategyItem> strategy, Map<String, Integer> has) {
        for (var item : strategy) {
            if (has.getOrDefault(item.capacityProvider(), 0) < item.base()) {
                return item.capacityProvider();
            }
        }
        var weights = strategy.stream().mapToLong(StrategyMaths::weight).sum();
        var beyond = strategy.stream().mapToLong(item -> beyond(item, has)).sum() + 1;
        var best = strategy.getFirst();
        var most = Long.MIN_VALUE;
        for (var item : strategy) {
            // The deficit, times the sum of the weights so that it stays whole.
            var deficit = beyond * weight(item) - beyond(item, has) * weights;
            if (weight(item) > 0 && deficit > most) {
                best = item;
                most = deficit;
            }
        }
        return best.capacityProvider();
    }

    /// One provider alone gets all, whatever its weight.
    private static long weight(CapacityProviderStrategyItem item) {
        return item.weight();
    }

    private static long beyond(CapacityProviderStrategyItem item, Map<String, Integer> has) {
        return Math.max(0, has.getOrDefault(item.capacityProvider(), 0) - item.base());
    }
}
