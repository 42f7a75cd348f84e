package ecslab.simulator;

import ecslab.ecs.model.Network;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/// What simulated Fargate capacity and simulated instances know.
final class FleetState {

    final LinkedHashMap<TaskId, Machine> machines = new LinkedHashMap<>();
    final LinkedHashMap<TaskId, TaskDefinition> definitions = new LinkedHashMap<>();

    final Addresses addresses;
    final Troubles troubles;

    /// By EC2 instance id.
    final TreeMap<String, Host> hosts = new TreeMap<>();

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
        machines.forEach((task, machine) -> copy.machines.put(task, machine.copy()));
        copy.definitions.putAll(definitions);
        hosts.forEach((id, host) -> copy.hosts.put(id, host.copy()));
        copy.network = network;
        copy.draws.putAll(draws);
        return copy;
    }
}
