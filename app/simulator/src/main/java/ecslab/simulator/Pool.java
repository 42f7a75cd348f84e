package ecslab.simulator;

import ecslab.ecs.model.TargetGroup;
import ecslab.engine.TargetChoice;
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

    /// The lanes that may be chosen.
    ///
    /// @param zone empty for all Availability Zones
    List<Lane> candidates(List<Lane> lanes, int failOpenBelow, String zone) {
        var there = new ArrayList<Lane>(members.size());
        for (var number : members) {
            var lane = lanes.get(number);
            if (isIn(lane, zone)) {
                there.add(lane);
            }
        }
        return TargetChoice.candidates(there, failOpenBelow);
    }

    private static boolean isIn(Lane lane, String zone) {
        return zone.isEmpty() || lane.target.availabilityZone().equals(zone);
    }
}
