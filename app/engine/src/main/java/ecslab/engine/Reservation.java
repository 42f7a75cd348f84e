package ecslab.engine;

import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/// What a task takes from the container instance that it runs on. What it really uses later plays
/// no part.
///
/// @param ports of the host, over TCP, that must be free; dynamic ones aren't reserved
/// @param enis 1 in `awsvpc`, else 0
record Reservation(
        int cpuUnits,
        int memoryMib,
        List<Integer> ports,
        List<Integer> portsUdp,
        int enis,
        int gpus) {

    /// The task's own size counts, and where it has none its containers': of their memory the soft
    /// limit, or the hard one where there is no soft one.
    static Reservation of(TaskDefinition definition) {
        return new Reservation(
                cpu(definition),
                memory(definition),
                ports(definition, "tcp"),
                ports(definition, "udp"),
                definition.networkMode() == NetworkMode.AWSVPC ? 1 : 0,
                Gpus.count(definition));
    }

    /// With the size that a task was given.
    Reservation sized(int cpu, int memory) {
        return new Reservation(cpu, memory, ports, portsUdp, enis, gpus);
    }

    HostResources takenFrom(HostResources left) {
        return new HostResources(
                left.cpuUnits() - cpuUnits,
                left.memoryMib() - memoryMib,
                both(left.ports(), ports),
                both(left.portsUdp(), portsUdp),
                left.enis() - enis,
                left.gpus() - gpus);
    }

    private static List<Integer> both(List<Integer> some, List<Integer> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(null);
        return List.copyOf(all);
    }

    private static int cpu(TaskDefinition definition) {
        if (definition.cpuUnits() > 0) {
            return definition.cpuUnits();
        }
        var sum = 0;
        for (var container : definition.containerDefinitions()) {
            sum += container.cpuUnits();
        }
        return sum;
    }

    private static int memory(TaskDefinition definition) {
        if (definition.memoryMib() > 0) {
            return definition.memoryMib();
        }
        var sum = 0;
        for (var container : definition.containerDefinitions()) {
            var soft = container.memoryReservationMib();
            sum += soft > 0 ? soft : container.memoryMib();
        }
        return sum;
    }

    private static List<Integer> ports(TaskDefinition definition, String protocol) {
        var mode = definition.networkMode();
        if (mode != NetworkMode.BRIDGE && mode != NetworkMode.HOST) {
            return List.of();
        }
        var ports = new ArrayList<Integer>();
        for (var container : definition.containerDefinitions()) {
            for (var mapping : container.portMappings()) {
                if (mapping.hostPort() > 0 && mapping.protocol().equals(protocol)) {
                    ports.add(mapping.hostPort());
                }
            }
        }
        return ports.isEmpty() ? List.of() : List.copyOf(ports);
    }
}
