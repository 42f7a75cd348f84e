package ecslab.simulator;

import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/// What simulated Fargate capacity knows.
final class FleetState {

    final LinkedHashMap<TaskId, Machine> machines = new LinkedHashMap<>();
    final LinkedHashMap<TaskId, TaskDefinition> definitions = new LinkedHashMap<>();

    /// By subnet id: the last host number given out.
    final TreeMap<String, Integer> hosts = new TreeMap<>();

    final TreeMap<String, Long> draws = new TreeMap<>();

    FleetState copy() {
        var copy = new FleetState();
        machines.forEach((task, machine) -> copy.machines.put(task, machine.copy()));
        copy.definitions.putAll(definitions);
        copy.hosts.putAll(hosts);
        copy.draws.putAll(draws);
        return copy;
    }
}
