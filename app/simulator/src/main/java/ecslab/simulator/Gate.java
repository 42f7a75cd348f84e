package ecslab.simulator;

import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What security groups let through, and what belongs together.
final class Gate {

    private final PlaneState state;
    private final Fleet fleet;

    Gate(PlaneState state, Fleet fleet) {
        this.state = state;
        this.fleet = fleet;
    }

    Optional<Pool> poolOf(String targetGroup) {
        return state.pools.values().stream()
                .filter(pool -> pool.group.name().equals(targetGroup))
                .findFirst();
    }

    /// @param to `web`, which means its lowest port, or `web:8080`
    Optional<Listener> listener(String to) {
        var colon = to.indexOf(':');
        var name = Requests.balancerOf(to);
        return state.listeners.values().stream()
                .filter(one -> one.loadBalancer().equals(name))
                .filter(one -> colon < 0 || one.name().equals(to))
                .min(Comparator.comparingInt(Listener::port));
    }

    /// Whether users may reach a listener.
    boolean isOpen(LoadBalancer balancer, Listener listener) {
        return Firewall.lets(
                state.network, true, List.of(), balancer.securityGroups(), listener.port());
    }

    /// Whether a security group keeps the target's load balancer from it.
    boolean isBlocked(Target target) {
        if (state.network.securityGroups().isEmpty()) {
            return false;
        }
        var arn = poolOf(target.id().targetGroup()).map(pool -> pool.group.arn()).orElse("");
        var from =
                state.listeners.values().stream()
                        .filter(listener -> listener.targetGroupArns().contains(arn))
                        .flatMap(listener ->
                                Optional.ofNullable(
                                        state.loadBalancers.get(listener.loadBalancer()))
                                        .stream())
                        .flatMap(balancer -> balancer.securityGroups().stream())
                        .toList();
        return !Firewall.lets(
                state.network,
                false,
                from,
                fleet.securityGroups(target.task()),
                target.id().port());
    }
}
