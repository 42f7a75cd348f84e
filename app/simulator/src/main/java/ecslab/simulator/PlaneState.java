package ecslab.simulator;

import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/// What the simulated data plane and its users know.
final class PlaneState {

    final TreeMap<String, LoadBalancer> loadBalancers = new TreeMap<>();

    /// By ARN.
    final LinkedHashMap<String, Listener> listeners = new LinkedHashMap<>();

    /// By ARN.
    final TreeMap<String, TargetGroup> targetGroups = new TreeMap<>();

    /// In the order of registration, which is the order in which round robin goes round.
    final LinkedHashMap<TargetId, Target> targets = new LinkedHashMap<>();

    /// By target group's name: how many requests it has routed.
    final TreeMap<String, Long> routed = new TreeMap<>();

    final LinkedHashMap<Long, InFlight> inFlight = new LinkedHashMap<>();
    Network network = Network.NONE;
    long requests;

    /// A request that a task works on.
    ///
    /// @param blocked a security group is in its way: nobody works on it
    record InFlight(
            String traffic,
            String loadBalancer,
            SimInstant sentAt,
            TargetId target,
            TaskId task,
            String container,
            boolean blocked) {}

    PlaneState copy() {
        var copy = new PlaneState();
        copy.loadBalancers.putAll(loadBalancers);
        copy.listeners.putAll(listeners);
        copy.targetGroups.putAll(targetGroups);
        copy.targets.putAll(targets);
        copy.routed.putAll(routed);
        copy.inFlight.putAll(inFlight);
        copy.network = network;
        copy.requests = requests;
        return copy;
    }
}
