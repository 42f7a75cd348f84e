package ecslab.simulator;

import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A target group's targets, as its load balancer's nodes choose among them.
final class Pool {

    TargetGroup group;

    /// Numbers of lanes in the order of registration, in which round robin goes round.
    final ArrayList<Integer> members = new ArrayList<>();

    /// How often one was chosen.
    long turn;

    /// By user: whom they stay with.
    final TreeMap<Long, Stay> stays = new TreeMap<>();

    /// Where a user stays.
    ///
    /// @param until in microseconds
    record Stay(int lane, long until) {}

    Pool(TargetGroup group) {
        this.group = group;
    }

    Pool copy() {
        var copy = new Pool(group);
        copy.members.addAll(members);
        copy.turn = turn;
        copy.stays.putAll(stays);
        return copy;
    }

    /// The lanes that may be chosen: the healthy ones; with fewer of them than the group wants, the
    /// load balancer fails open and takes all that are registered (ALB guide, *Health checks*).
    ///
    /// @param zone empty for all Availability Zones
    List<Lane> candidates(List<Lane> lanes, int failOpenBelow, String zone) {
        var healthy = new ArrayList<Lane>();
        for (var number : members) {
            var lane = lanes.get(number);
            if (lane.isHealthy() && isIn(lane, zone)) {
                healthy.add(lane);
            }
        }
        if (healthy.size() >= Math.max(1, failOpenBelow)) {
            return healthy;
        }
        var all = new ArrayList<Lane>(healthy);
        for (var state : List.of(TargetState.UNHEALTHY, TargetState.INITIAL)) {
            for (var number : members) {
                var lane = lanes.get(number);
                if (!lane.isGone && lane.target.state() == state && isIn(lane, zone)) {
                    all.add(lane);
                }
            }
        }
        return all;
    }

    private static boolean isIn(Lane lane, String zone) {
        return zone.isEmpty() || lane.target.availabilityZone().equals(zone);
    }
}
