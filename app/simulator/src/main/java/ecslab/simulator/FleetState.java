package ecslab.simulator;

import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/// What simulated Fargate capacity knows.
final class FleetState {

    final LinkedHashMap<TaskId, Machine> machines = new LinkedHashMap<>();
    final LinkedHashMap<TaskId, TaskDefinition> definitions = new LinkedHashMap<>();

    final Addresses addresses;
    final TreeMap<String, Long> draws = new TreeMap<>();

    FleetState() {
        this(new Addresses());
    }

    private FleetState(Addresses addresses) {
        this.addresses = addresses;
    }

    FleetState copy() {
        var copy = new FleetState(addresses.copy());
        machines.forEach((task, machine) -> copy.machines.put(task, machine.copy()));
        copy.definitions.putAll(definitions);
        copy.draws.putAll(draws);
        return copy;
    }
}
