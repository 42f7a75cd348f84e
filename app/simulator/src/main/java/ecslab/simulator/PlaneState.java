package ecslab.simulator;

import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the simulated data plane and its users know.
final class PlaneState {

    final TreeMap<String, LoadBalancer> loadBalancers = new TreeMap<>();

    /// By ARN.
    final LinkedHashMap<String, Listener> listeners = new LinkedHashMap<>();

    /// By the target group's ARN.
    final TreeMap<String, Pool> pools = new TreeMap<>();

    /// All targets that there ever were, by number.
    final ArrayList<Lane> lanes = new ArrayList<>();

    /// The lanes of targets that there are.
    final LinkedHashMap<TargetId, Integer> laneOf = new LinkedHashMap<>();

    final ArrayList<Station> stations = new ArrayList<>();

    /// By task and container, as `TASK/CONTAINER`.
    final LinkedHashMap<String, Integer> stationOf = new LinkedHashMap<>();

    final PriorityQueue<Flight> flights = new PriorityQueue<>();
    final ArrayList<Crowd> crowds = new ArrayList<>();
    final ArrayList<Ledger> ledgers = new ArrayList<>();

    /// What was asked for by hand, by number.
    final ArrayList<Hand> hands = new ArrayList<>();

    /// Services of which there was something to report last.
    final LinkedHashSet<ServiceName> busy = new LinkedHashSet<>();

    /// By listener and user: the target group that they stay with.
    final TreeMap<String, GroupStay> groupStays = new TreeMap<>();

    /// By what was explained: when last.
    final TreeMap<String, Long> explained = new TreeMap<>();

    Network network = Network.NONE;
    long requests;
    long nextOrder;

    /// When the window that is under way ends, in microseconds.
    long windowEnd = Crowd.NEVER;

    /// When the next report about utilization is due, in microseconds.
    long reportAt = Crowd.NEVER;

    /// A request by hand.
    record Hand(String balancer, String path) {}

    /// Which target group a user stays with.
    record GroupStay(String targetGroupArn, long until) {}

    /// Programs of tasks that are gone work on nothing.
    void forgetStationsOf(Predicate<TaskId> isGone) {
        stationOf.values().removeIf(number -> isGone.test(stations.get(number).task));
    }

    PlaneState copy() {
        var copy = new PlaneState();
        copy.loadBalancers.putAll(loadBalancers);
        copy.listeners.putAll(listeners);
        pools.forEach((arn, pool) -> copy.pools.put(arn, pool.copy()));
        lanes.forEach(lane -> copy.lanes.add(lane.copy()));
        copy.laneOf.putAll(laneOf);
        stations.forEach(station -> copy.stations.add(station.copy()));
        copy.stationOf.putAll(stationOf);
        copy.flights.addAll(flights);
        crowds.forEach(crowd -> copy.crowds.add(crowd.copy()));
        ledgers.forEach(ledger -> copy.ledgers.add(ledger.copy()));
        copy.hands.addAll(hands);
        copy.busy.addAll(busy);
        copy.groupStays.putAll(groupStays);
        copy.explained.putAll(explained);
        copy.network = network;
        copy.requests = requests;
        copy.nextOrder = nextOrder;
        copy.reportAt = reportAt;
        copy.windowEnd = windowEnd;
        return copy;
    }
}
