package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Nobody who is protected is stopped by scale-in or a deployment (behaviour reference §6.9), and
/// where a service's first strategy is spread, its tasks go from the fullest group (§5.2).
final class ScaleInRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, ContainerInstance> instances = new LinkedHashMap<>();
    private final Map<TaskId, Event.TaskProtectionChange> protections = new LinkedHashMap<>();
    private final Set<ServiceName> rebalancing = new LinkedHashSet<>();

    ScaleInRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ContainerInstanceChange(_, var one) -> instances.put(one.id(), one);
            case Event.TaskProtectionChange change -> protections.put(change.task().task(), change);
            case Event.ServiceAction action -> hear(action);
            case Event.TaskStateChange(var at, var task) -> hear(at, task);
            default -> {}
        }
    }

    private void hear(Event.ServiceAction action) {
        switch (action.eventName()) {
            case "SERVICE_REBALANCING_STARTED" -> rebalancing.add(action.service());
            case "SERVICE_REBALANCING_STOPPED", "SERVICE_REBALANCING_COMPLETED" ->
                    rebalancing.remove(action.service());
            default -> {}
        }
    }

    private void hear(SimInstant at, Task task) {
        var before = seen.tasks.get(task.id());
        if (before == null || before.isLeaving() || task.service().isEmpty()) {
            return;
        }
        var service = seen.services.get(new ServiceName(task.cluster(), task.service().get()));
        if (service != null
                && service.isActive()
                && !service.scheduling().isDaemon()
                && task.stop() instanceof Stop.Asked(_, var reason)
                && reason.startsWith("Scaling activity")) {
            judgeProtection(at, before);
            judgeChoice(at, service, before);
        }
    }

    /// A task that leaves loses its protection in the same moment.
    private void judgeProtection(SimInstant at, Task task) {
        var last = protections.get(task.id());
        if (last != null && holds(last.task(), at, last.at())) {
            broken.add(at + " stops a protected task: " + task.id().abbreviated());
        }
    }

    private static boolean holds(ProtectedTask told, SimInstant at, SimInstant since) {
        return told.expirationDate().isAfter(at) && (told.protectionEnabled() || since.equals(at));
    }

    private void judgeChoice(SimInstant at, Service service, Task victim) {
        var asked = service.scheduling().placement().strategy();
        var first =
                asked.isEmpty()
                        ? PlacementStrategy.spread(PlacementStrategy.ZONE)
                        : asked.getFirst();
        if (service.deployments().size() != 1
                || first.type() != PlacementStrategy.Type.SPREAD
                || rebalancing.contains(service.name())
                || !isOnActive(victim)) {
            return;
        }
        var members = seen.members(service.name()).toList();
        if (!members.stream().allMatch(one -> isOnActive(one) && isFit(one))) {
            return;
        }
        var free =
                members.stream()
                        .filter(one -> one.id().equals(victim.id()) || !isProtected(one, at))
                        .toList();
        if (members.size() - service.desiredCount() >= free.size()) {
            return; // all of them go, in any order
        }
        var waiting = victim.lastStatus().isBeforeRunning();
        for (var other : free) {
            var otherWaits = other.lastStatus().isBeforeRunning();
            var better =
                    otherWaits == waiting
                            ? count(free, first, other) > count(free, first, victim)
                            : otherWaits;
            if (better) {
                broken.add(
                        at
                                + " stops "
                                + victim.id().abbreviated()
                                + " where "
                                + first
                                + " would have "
                                + other.id().abbreviated());
                return;
            }
        }
    }

    private boolean isProtected(Task task, SimInstant at) {
        var last = protections.get(task.id());
        return last != null && holds(last.task(), at, last.at());
    }

    private boolean isOnActive(Task task) {
        var instance = instances.get(task.place().containerInstance());
        return instance != null && instance.takesTasks();
    }

    /// Tasks that fail their health checks are replaced, not counted.
    private boolean isFit(Task task) {
        return task.healthStatus() != HealthStatus.UNHEALTHY
                && seen.targets.values().stream()
                        .filter(target -> target.task().equals(task.id()))
                        .noneMatch(target -> target.state() == TargetState.UNHEALTHY);
    }

    private long count(List<Task> tasks, PlacementStrategy strategy, Task like) {
        var group = group(strategy, like);
        return tasks.stream().filter(one -> group(strategy, one).equals(group)).count();
    }

    private String group(PlacementStrategy strategy, Task task) {
        var instance = instances.get(task.place().containerInstance());
        if (instance == null || strategy.field().equals(PlacementStrategy.INSTANCE_ID)) {
            return task.place().containerInstance();
        }
        return instance.attribute(strategy.field().substring("attribute:".length())).orElse("-");
    }

    @Override
    public void settled(SimInstant at) {}
}
