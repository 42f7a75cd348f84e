package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TargetGroup;
import ecslab.engine.TargetChoice;
import ecslab.simulator.Pool.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which target of a target group gets a request (behaviour reference §7.4).
final class Chooser {

    private static final String FLOWS = "flows";
    private static final String RANDOM = "targets";
    private static final String SLOW = "slowStart";
    private static final String ZONES = "zones";

    /// A Network Load Balancer forgets a TCP flow that has been idle for so long.
    private static final Duration FLOW_IDLE = Duration.ofSeconds(350);

    private final PlaneState state;
    private final Fleet fleet;
    private final long seed;

    /// Of the pool and zone that were asked for last, as long as nothing changes.
    private List<Lane> known = List.of();

    private String knownFor = "";

    Chooser(PlaneState state, Fleet fleet, long seed) {
        this.state = state;
        this.fleet = fleet;
        this.seed = seed;
    }

    /// Targets, or what is known of them, have changed.
    void changed() {
        knownFor = "";
    }

    Optional<Lane> choose(Pool pool, Asked asked, long now, boolean keepsConnection) {
        var balancer = asked.balancer();
        var zone = crossesZones(balancer, pool.group) ? "" : zone(balancer, pool, asked);
        var candidates = candidates(pool, zone);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var stay = pool.stays.get(asked.userKey());
        if (stay != null && now < stay.until() && state.lanes.get(stay.lane()).isHealthy()) {
            var lane = state.lanes.get(stay.lane());
            remember(pool, asked, lane, now, keepsConnection);
            return Optional.of(lane);
        }
        var lane =
                balancer.type() == LoadBalancer.Type.NETWORK
                        ? byFlow(candidates, asked)
                        : byAlgorithm(pool, candidates, asked, now);
        remember(pool, asked, lane, now, keepsConnection);
        return Optional.of(lane);
    }

    List<Lane> candidates(Pool pool, String zone) {
        var asked = pool.group.arn() + zone;
        if (!asked.equals(knownFor)) {
            var below = pool.group.attributes().number(ElbAttributes.FAIL_OPEN_BELOW, 1);
            known = pool.candidates(state.lanes, below, zone);
            knownFor = asked;
        }
        return known;
    }

    /// A cookie, a source address or a flow leads the user's next request to the same target.
    private static void remember(
            Pool pool, Asked asked, Lane lane, long now, boolean keepsConnection) {
        var lasts = pool.group.stickiness();
        var isFlow = asked.balancer().type() == LoadBalancer.Type.NETWORK && keepsConnection;
        if (!lasts.isZero()) {
            pool.stays.put(asked.userKey(), new Stay(lane.number, now + micros(lasts)));
        } else if (isFlow) {
            pool.stays.put(asked.userKey(), new Stay(lane.number, now + micros(FLOW_IDLE)));
        }
    }

    private static long micros(Duration span) {
        return span.toNanos() / 1_000;
    }

    private static boolean crossesZones(LoadBalancer balancer, TargetGroup group) {
        var own = group.attributes().text(ElbAttributes.CROSS_ZONE);
        var asTheBalancer = own.isEmpty() || own.equals(ElbAttributes.AS_THE_LOAD_BALANCER);
        return asTheBalancer ? balancer.crossesZones() : own.equals("true");
    }

    /// The node that the user's name lookup has led to: of a zone that has healthy targets, if any
    /// has; else of one that has targets at all.
    private String zone(LoadBalancer balancer, Pool pool, Asked asked) {
        var zones = new ArrayList<String>();
        var peopled = new ArrayList<String>();
        var fit = new ArrayList<String>();
        for (var id : balancer.subnets()) {
            var zone = state.network.subnet(id).map(Subnet::availabilityZone).orElse("");
            if (!zone.isEmpty() && !fleet.doors().isDark(zone)) {
                zones.add(zone);
                var there = candidates(pool, zone);
                if (!there.isEmpty()) {
                    peopled.add(zone);
                }
                if (there.stream().anyMatch(Lane::isHealthy)) {
                    fit.add(zone);
                }
            }
        }
        var among = fit.isEmpty() ? (peopled.isEmpty() ? zones : peopled) : fit;
        return among.isEmpty()
                ? ""
                : among.get(Chance.below(among.size(), Chance.draw(seed, ZONES, asked.userKey())));
    }

    private Lane byFlow(List<Lane> candidates, Asked asked) {
        var draw = Chance.draw(seed, FLOWS, asked.request());
        return candidates.get(Chance.below(candidates.size(), draw));
    }

    private Lane byAlgorithm(Pool pool, List<Lane> candidates, Asked asked, long now) {
        return switch (pool.group.attributes().text(ElbAttributes.ALGORITHM)) {
            case TargetChoice.LEAST_OUTSTANDING ->
                    TargetChoice.leastOutstanding(candidates, pool.turn++);
            case TargetChoice.WEIGHTED_RANDOM ->
                    candidates.get(
                            Chance.below(
                                    candidates.size(), Chance.draw(seed, RANDOM, asked.request())));
            default -> roundRobin(pool, candidates, asked, now);
        };
    }

    private Lane roundRobin(Pool pool, List<Lane> candidates, Asked asked, long now) {
        var from = asked.request() * candidates.size();
        return TargetChoice.roundRobin(
                candidates,
                () -> pool.turn++,
                now,
                i -> Chance.fraction(Chance.draw(seed, SLOW, from + i)));
    }
}
