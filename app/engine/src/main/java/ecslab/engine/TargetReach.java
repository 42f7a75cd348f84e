package ecslab.engine;

import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import java.util.Optional;

/// Whether anything reaches a target (behaviour reference §7.5), and who is behind an address.
final class TargetReach {

    static final String NOT_IN_USE = "Target.NotInUse";

    private final Desk desk;

    TargetReach(Desk desk) {
        this.desk = desk;
    }

    /// Why nothing reaches a target, in ELB's words; empty if something does.
    String hindrance(TargetGroup group, String zone) {
        var name = "";
        for (var listener : desk.state().listeners.values()) {
            if (listener.targetGroupArns().contains(group.arn())) {
                name = listener.loadBalancer();
                break;
            }
        }
        var balancer = desk.state().loadBalancers.get(name);
        if (balancer == null) {
            return "Target group is not configured to receive traffic from the load balancer";
        }
        return zone.isEmpty() || isEnabled(balancer, zone)
                ? ""
                : "Target is in an Availability Zone that is not enabled for the load balancer";
    }

    private boolean isEnabled(LoadBalancer balancer, String zone) {
        return balancer.subnets().stream()
                .flatMap(id -> desk.state().network.subnet(id).stream())
                .map(Subnet::availabilityZone)
                .anyMatch(zone::equals);
    }

    /// The task that has an address and a port, if any does.
    Optional<Task> taskAt(TargetGroup group, TargetId id) {
        return group.targetType().equals("ip")
                ? desk.state().tasks.values().stream()
                        .filter(task -> !task.isLeaving() && has(task, id))
                        .findFirst()
                : desk.state().registered.of(id.address()).stream()
                        .flatMap(host -> desk.state().tasksOn(host.id()).stream())
                        .filter(task -> !task.isLeaving() && isBound(task, id.port()))
                        .findFirst();
    }

    private static boolean has(Task task, TargetId id) {
        return task.networkInterfaces().stream()
                .anyMatch(eni -> eni.privateIpv4Address().equals(id.address()));
    }

    private static boolean isBound(Task task, int hostPort) {
        return task.containers().stream()
                .flatMap(container -> container.networkBindings().stream())
                .map(NetworkBinding::hostPort)
                .anyMatch(port -> port == hostPort);
    }
}
