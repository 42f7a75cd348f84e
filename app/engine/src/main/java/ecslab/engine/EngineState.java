package ecslab.engine;

import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.TaskNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Everything that the control plane knows, as one value: it can be copied, and a copy goes on
/// exactly as the original does.
public final class EngineState {

    final LinkedHashMap<String, ClusterDescription> clusters;
    final LinkedHashMap<TaskDefinitionName, TaskDefinition> taskDefinitions;
    final TreeMap<String, Integer> lastRevision;
    final LinkedHashMap<ServiceName, Service> services;
    final LinkedHashMap<ServiceName, ServiceMemory> memories = new LinkedHashMap<>();
    final LinkedHashMap<TaskId, Task> tasks;
    final LinkedHashMap<TaskId, String> taskNames;
    final LinkedHashMap<TaskId, List<TargetId>> targetsOfTask;
    final TreeMap<TargetId, Target> targets;
    final TreeMap<TargetId, Integer> probesInARow;
    final TreeMap<String, TargetGroup> targetGroups;
    final TreeMap<String, LoadBalancer> loadBalancers;
    final TreeMap<String, Role> roles;
    final TreeMap<String, Long> draws;
    private final TaskNames nextNames;
    Network network;
    long calls;

    public EngineState() {
        clusters = new LinkedHashMap<>();
        taskDefinitions = new LinkedHashMap<>();
        lastRevision = new TreeMap<>();
        services = new LinkedHashMap<>();
        tasks = new LinkedHashMap<>();
        taskNames = new LinkedHashMap<>();
        targetsOfTask = new LinkedHashMap<>();
        targets = new TreeMap<>();
        probesInARow = new TreeMap<>();
        targetGroups = new TreeMap<>();
        loadBalancers = new TreeMap<>();
        roles = new TreeMap<>();
        draws = new TreeMap<>();
        nextNames = TaskNames.after(List.of());
        network = Network.NONE;
    }

    private EngineState(EngineState from) {
        clusters = new LinkedHashMap<>(from.clusters);
        taskDefinitions = new LinkedHashMap<>(from.taskDefinitions);
        lastRevision = new TreeMap<>(from.lastRevision);
        services = new LinkedHashMap<>(from.services);
        from.memories.forEach((name, memory) -> memories.put(name, memory.copy()));
        tasks = new LinkedHashMap<>(from.tasks);
        taskNames = new LinkedHashMap<>(from.taskNames);
        targetsOfTask = new LinkedHashMap<>(from.targetsOfTask);
        targets = new TreeMap<>(from.targets);
        probesInARow = new TreeMap<>(from.probesInARow);
        targetGroups = new TreeMap<>(from.targetGroups);
        loadBalancers = new TreeMap<>(from.loadBalancers);
        roles = new TreeMap<>(from.roles);
        draws = new TreeMap<>(from.draws);
        nextNames = TaskNames.after(from.taskNames.values());
        network = from.network;
        calls = from.calls;
    }

    public EngineState copy() {
        return new EngineState(this);
    }

    /// What DescribeTasks, DescribeServices and their neighbours would show: for checking a
    /// reader's fold against, never for showing.
    public View view() {
        return new View(
                new LinkedHashMap<>(clusters),
                new LinkedHashMap<>(taskDefinitions),
                new LinkedHashMap<>(services),
                new LinkedHashMap<>(tasks),
                new LinkedHashMap<>(taskNames),
                new LinkedHashMap<>(targets),
                new LinkedHashMap<>(roles),
                network);
    }

    /// The targets that stand for a task.
    List<Target> targetsOf(TaskId task) {
        return targetsOfTask.getOrDefault(task, List.of()).stream()
                .map(id -> Objects.requireNonNull(targets.get(id)))
                .toList();
    }

    String nameTask(Task task) {
        return taskNames.computeIfAbsent(task.id(), _ -> nextNames.next(task));
    }

    /// A plain copy of what can be described.
    public record View(
            Map<String, ClusterDescription> clusters,
            Map<TaskDefinitionName, TaskDefinition> taskDefinitions,
            Map<ServiceName, Service> services,
            Map<TaskId, Task> tasks,
            Map<TaskId, String> taskNames,
            Map<TargetId, Target> targets,
            Map<String, Role> roles,
            Network network) {}
}
