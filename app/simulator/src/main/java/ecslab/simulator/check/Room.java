package ecslab.simulator.check;

import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.RequiredAttributes;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// Whether a task that shares its instance's network would have had room on an instance, added up
/// from the tasks that are there.
final class Room {

    private Room() {}

    static boolean fits(Seen seen, Task task, ContainerInstance instance) {
        var definition = seen.definitions.get(task.taskDefinition());
        var provider = task.place().capacityProvider();
        return definition != null
                && instance.cluster().equals(task.cluster())
                && instance.takesTasks()
                && (provider.isEmpty() || provider.equals(instance.capacityProvider()))
                && RequiredAttributes.names(definition).stream().allMatch(instance::has)
                && instance.registered().cpuUnits() + left(seen, instance, Task::cpuUnits)
                        >= task.cpuUnits()
                && instance.registered().memoryMib() + left(seen, instance, Task::memoryMib)
                        >= task.memoryMib()
                && hasPorts(seen, definition, instance);
    }

    /// What the tasks on an instance have taken, below 0.
    static int left(Seen seen, ContainerInstance instance, ToIntFunction<Task> what) {
        return -on(seen, instance).stream().mapToInt(what).sum();
    }

    private static List<Task> on(Seen seen, ContainerInstance instance) {
        return seen.tasks.values().stream()
                .filter(one -> one.place().containerInstance().equals(instance.id()))
                .filter(one -> !one.isStopped())
                .toList();
    }

    private static boolean hasPorts(
            Seen seen, TaskDefinition definition, ContainerInstance instance) {
        for (var protocol : List.of("tcp", "udp")) {
            var reserved = instance.registered();
            var taken =
                    new TreeSet<>(protocol.equals("tcp") ? reserved.ports() : reserved.portsUdp());
            for (var other : on(seen, instance)) {
                var its = seen.definitions.get(other.taskDefinition());
                if (its != null) {
                    taken.addAll(ports(its, protocol));
                }
            }
            if (ports(definition, protocol).stream().anyMatch(taken::contains)) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> ports(TaskDefinition definition, String protocol) {
        if (definition.networkMode() == NetworkMode.AWSVPC) {
            return List.of();
        }
        return definition.containerDefinitions().stream()
                .flatMap(container -> container.portMappings().stream())
                .filter(mapping -> mapping.hostPort() > 0 && mapping.protocol().equals(protocol))
                .map(PortMapping::hostPort)
                .toList();
    }
}
