package ecslab.simulator;

import ecslab.ecs.model.Network;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What simulated Fargate capacity and simulated instances know.
final class FleetState {

    private final LinkedHashMap<TaskId, Machine> allMachines = new LinkedHashMap<>();

    /// To be changed by [#put(TaskId, Machine)] and [#remove(TaskId)] alone.
    final Map<TaskId, Machine> machines = Collections.unmodifiableMap(allMachines);

    final Addresses addresses;
    final Troubles troubles;

    /// By EC2 instance id.
    final LinkedHashMap<String, Host> hosts = new LinkedHashMap<>();

    Network network = Network.NONE;
    final TreeMap<String, Long> draws = new TreeMap<>();

    FleetState() {
        this(new Addresses(), new Troubles());
    }

    private FleetState(Addresses addresses, Troubles troubles) {
        this.addresses = addresses;
        this.troubles = troubles;
    }

    FleetState copy() {
        var copy = new FleetState(addresses.copy(), troubles.copy());
        allMachines.forEach((task, machine) -> copy.allMachines.put(task, machine.copy()));
        hosts.forEach((id, host) -> copy.hosts.put(id, host.copy()));
        copy.network = network;
        copy.draws.putAll(draws);
        return copy;
    }

    /// What a task's machine runs; none if there is no machine, or it hasn't been told.
    @Nullable TaskDefinition definition(TaskId task) {
        var machine = allMachines.get(task);
        return machine == null ? null : machine.definition;
    }

    void put(TaskId task, Machine machine) {
        allMachines.put(task, machine);
        var host = hosts.get(machine.host);
        if (host != null) {
            host.tasks.add(task);
        }
    }

    void remove(TaskId task) {
        var machine = allMachines.remove(task);
        var host = machine == null ? null : hosts.get(machine.host);
        if (host != null) {
            host.tasks.remove(task);
        }
    }
}
