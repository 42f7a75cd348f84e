package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The ports of instances that lead to containers (behaviour reference §4.2).
final class HostPorts {

    /// Amazon Linux's `ip_local_port_range`.
    private static final int FIRST = 32_768;

    private static final int LAST = 60_999;
    private static final String EVERYWHERE = "0.0.0.0";

    private final FleetState state;

    HostPorts(FleetState state) {
        this.state = state;
    }

    /// Gives a container its ports. In `awsvpc` it has its own, and none on the instance.
    List<NetworkBinding> bind(TaskId task, ContainerDefinition container) {
        var machine = state.machines.get(task);
        var host = machine == null ? null : state.hosts.get(machine.host);
        if (machine == null || host == null || machine.networkInterface.isPresent()) {
            return List.of();
        }
        var bindings = new ArrayList<NetworkBinding>();
        for (var mapping : container.portMappings()) {
            bindings.add(
                    new NetworkBinding(
                            EVERYWHERE,
                            mapping.containerPort(),
                            mapping.hostPort() > 0 ? mapping.hostPort() : next(host, mapping),
                            mapping.protocol()));
        }
        machine.bindings.put(container.name(), List.copyOf(bindings));
        return List.copyOf(bindings);
    }

    /// The next one that nobody has.
    private int next(Host host, PortMapping mapping) {
        var taken = taken(host, mapping.protocol());
        for (var i = 1; i <= LAST - FIRST + 1; i++) {
            var last = Math.max(FIRST - 1, host.lastPort);
            var port = last + 1 > LAST ? FIRST : last + 1;
            host.lastPort = port;
            if (!taken.contains(port)) {
                return port;
            }
        }
        throw new IllegalStateException("all dynamic ports are taken");
    }

    /// Also those that tasks will take which haven't started yet.
    private Set<Integer> taken(Host host, String protocol) {
        var taken = new TreeSet<Integer>();
        for (var task : host.tasks) {
            var machine = Objects.requireNonNull(state.machines.get(task));
            machine.bindings.values().stream()
                    .flatMap(List::stream)
                    .filter(binding -> binding.protocol().equals(protocol))
                    .forEach(binding -> taken.add(binding.hostPort()));
            var definition = state.definition(task);
            if (definition != null && machine.networkInterface.isEmpty()) {
                definition.containerDefinitions().stream()
                        .flatMap(container -> container.portMappings().stream())
                        .map(PortMapping::hostPort)
                        .forEach(taken::add);
            }
        }
        return taken;
    }
}
