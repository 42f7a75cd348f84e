package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the [Checker]'s rules know of the world so far.
final class Seen {

    /// Developer Guide, *Amazon ECS services*: without health checks.
    private static final Duration HEALTHY_AFTER = Duration.ofSeconds(40);

    final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    final Map<TaskDefinitionName, TaskDefinition> definitions = new LinkedHashMap<>();
    final Map<TargetId, Target> targets = new LinkedHashMap<>();
    final Map<String, TargetGroup> targetGroups = new LinkedHashMap<>();
    final Map<String, LoadBalancer.Type> balancerTypes = new LinkedHashMap<>();
    final Map<ServiceName, Service> services = new LinkedHashMap<>();
    final Map<String, ClusterDescription> clusters = new LinkedHashMap<>();
    private boolean changed;

    /// Whether anything but requests and words has come since this was last asked.
    boolean hasChanged() {
        var before = changed;
        changed = false;
        return before;
    }

    void hear(Event event) {
        changed |=
                switch (event) {
                    case Event.TaskStateChange _, Event.ServiceChange _ -> true;
                    case Event.ClusterChange _, Event.TargetHealthChange _ -> true;
                    case Event.ContainerInstanceChange _ -> true;
                    default -> false;
                };
        switch (event) {
            case Event.TaskStateChange(_, var task) -> tasks.put(task.id(), task);
            case Event.ServiceChange(_, var service) -> services.put(service.name(), service);
            case Event.ClusterChange(_, var cluster) -> clusters.put(cluster.name(), cluster);
            case Event.LoadBalancerChange(_, var one) -> balancerTypes.put(one.name(), one.type());
            case Event.TargetGroupChange(_, var group) -> targetGroups.put(group.name(), group);
            case Event.TargetHealthChange(_, var target) -> {
                if (target.isGone()) {
                    targets.remove(target.id());
                } else {
                    targets.put(target.id(), target);
                }
            }
            case Event.TaskDefinitionChange(_, var one) -> definitions.put(one.name(), one);
            default -> {}
        }
    }

    Optional<Task> task(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /// The tasks of a service that nobody has asked to stop.
    Stream<Task> members(ServiceName service) {
        return tasks.values().stream()
                .filter(task -> task.cluster().equals(service.cluster()))
                .filter(task -> task.service().equals(Optional.of(service.service())))
                .filter(task -> task.desiredStatus() == TaskStatus.RUNNING);
    }

    /// Whether an essential container has a health check.
    private boolean isChecked(Task task) {
        var definition = definitions.get(task.taskDefinition());
        return definition != null
                && definition.containerDefinitions().stream()
                        .filter(ContainerDefinition::essential)
                        .anyMatch(c ->
                                c.settings().healthCheck() instanceof ContainerHealthCheck.Check);
    }

    /// Whether somebody tells how a task of a service is.
    boolean isWatched(Service service, Task task) {
        return isChecked(task) || !service.loadBalancers().isEmpty();
    }

    boolean isHealthy(Service service, Task task, SimInstant at) {
        if (task.lastStatus() != TaskStatus.RUNNING) {
            return false;
        }
        var checked = isChecked(task);
        if (checked && task.healthStatus() != HealthStatus.HEALTHY) {
            return false;
        }
        if (checked && service.loadBalancers().isEmpty()) {
            return true;
        }
        if (!service.loadBalancers().isEmpty()) {
            return targets.values().stream()
                    .filter(target -> target.task().equals(task.id()))
                    .anyMatch(target -> target.state() == TargetState.HEALTHY);
        }
        return task.time(TaskMoment.STARTED_AT)
                .filter(started -> at.since(started).compareTo(HEALTHY_AFTER) >= 0)
                .isPresent();
    }
}
