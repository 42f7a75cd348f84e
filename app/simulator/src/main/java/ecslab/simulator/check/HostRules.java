package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Nothing of a container instance is given away twice: CPU, memory, host ports and network
/// interfaces (behaviour reference §1.4, §4). And nothing is placed where nothing may be.
final class HostRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, ContainerInstance> instances = new LinkedHashMap<>();

    HostRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.ContainerInstanceChange(_, var instance)) {
            instances.put(instance.id(), instance);
        }
        if (event instanceof Event.TaskStateChange(var at, var task)
                && task.place().isOnInstance()
                && seen.task(task.id()).filter(one -> one.place().isOnInstance()).isEmpty()) {
            judgePlace(at, task);
        }
    }

    /// A task's first report on an instance is the moment at which it was placed.
    private void judgePlace(SimInstant at, Task task) {
        var instance = instances.get(task.place().containerInstance());
        if (instance == null) {
            broken.add(at + " task " + task.id().abbreviated() + " is placed nowhere");
            return;
        }
        expect(
                instance.status() == ContainerInstanceStatus.ACTIVE && instance.agentConnected(),
                at,
                instance,
                "takes a task although it is " + instance.status());
        expect(
                instance.availabilityZone().equals(task.availabilityZone()),
                at,
                instance,
                "has a task of another Availability Zone");
    }

    @Override
    public void settled(SimInstant at) {
        for (var instance : instances.values()) {
            var tasks =
                    seen.tasks.values().stream()
                            .filter(task -> task.place().containerInstance().equals(instance.id()))
                            .filter(task -> !task.isStopped())
                            .toList();
            judge(at, instance, tasks);
        }
    }

    private void judge(SimInstant at, ContainerInstance instance, List<Task> tasks) {
        var whole = instance.registered();
        var left = instance.remaining();
        var cpu = whole.cpuUnits() - tasks.stream().mapToInt(Task::cpuUnits).sum();
        var memory = whole.memoryMib() - tasks.stream().mapToInt(Task::memoryMib).sum();
        var enis = whole.enis() - (int) tasks.stream().filter(this::hasInterface).count();
        expect(cpu >= 0, at, instance, "has given away " + -cpu + " CPU units too many");
        expect(memory >= 0, at, instance, "has given away " + -memory + " MiB too many");
        expect(enis >= 0, at, instance, "has given away " + -enis + " interfaces too many");
        expect(left.cpuUnits() == cpu, at, instance, "shows CPU " + left.cpuUnits());
        expect(left.memoryMib() == memory, at, instance, "shows memory " + left.memoryMib());
        expect(left.enis() == enis, at, instance, "shows interfaces " + left.enis());
        judgePorts(at, instance, tasks);
    }

    private boolean hasInterface(Task task) {
        var definition = seen.definitions.get(task.taskDefinition());
        return definition != null && definition.networkMode() == NetworkMode.AWSVPC;
    }

    private void judgePorts(SimInstant at, ContainerInstance instance, List<Task> tasks) {
        var taken = new TreeSet<Integer>(instance.registered().ports());
        for (var task : tasks) {
            for (int port : ports(task)) {
                expect(taken.add(port), at, instance, "has given port " + port + " away twice");
            }
        }
    }

    /// The ports that lead to a task, and those that it will have.
    private List<Integer> ports(Task task) {
        var ports = new TreeSet<Integer>();
        for (var container : task.containers()) {
            container.networkBindings().forEach(binding -> ports.add(binding.hostPort()));
        }
        var definition = seen.definitions.get(task.taskDefinition());
        if (definition != null && definition.networkMode() != NetworkMode.AWSVPC) {
            definition.containerDefinitions().stream()
                    .flatMap(container -> container.portMappings().stream())
                    .filter(mapping -> mapping.hostPort() > 0)
                    .forEach(mapping -> ports.add(mapping.hostPort()));
        }
        return new ArrayList<>(ports);
    }

    private void expect(boolean holds, SimInstant at, ContainerInstance one, String otherwise) {
        if (!holds) {
            broken.add(at + " container instance " + one.id() + " " + otherwise);
        }
    }
}
