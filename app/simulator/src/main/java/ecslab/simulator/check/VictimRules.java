package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Scale-in takes tasks that don't run yet before any that does, whatever the strategy and wherever
/// they are (behaviour reference §5.2, §1.5: PENDING tasks stop at once).
final class VictimRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, ContainerInstance> instances = new LinkedHashMap<>();
    private final Set<TaskId> guarded = new LinkedHashSet<>();
    private final Set<ServiceName> rebalancing = new LinkedHashSet<>();
    private final List<Chosen> chosen = new ArrayList<>();

    VictimRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    /// A RUNNING task was told to stop while others hadn't started.
    private record Chosen(Task victim, List<TaskId> waiting) {}

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ContainerInstanceChange(_, var one) -> instances.put(one.id(), one);
            case Event.TaskProtectionChange(_, var task) -> guarded.add(task.task());
            case Event.ServiceAction action -> hear(action);
            case Event.TaskStateChange(_, var task) -> hear(task);
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

    private void hear(Task task) {
        var before = seen.tasks.get(task.id());
        if (before == null || before.lastStatus() != TaskStatus.RUNNING || before.isLeaving()) {
            return;
        }
        var name = new ServiceName(task.cluster(), task.service().orElse(""));
        var service = seen.services.get(name);
        if (service == null || service.scheduling().isDaemon() || rebalancing.contains(name)) {
            return;
        }
        if (task.stop() instanceof Stop.Asked(_, var reason)
                && reason.startsWith("Scaling activity")
                && service.deployments().stream()
                        .limit(1)
                        .anyMatch(newest -> newest.id().equals(task.startedBy()))
                && mayStay(before)) {
            var waiting =
                    seen.members(name)
                            .filter(one -> one.startedBy().equals(task.startedBy()))
                            .filter(one -> one.lastStatus().isBeforeRunning())
                            .filter(one -> mayStay(one) && !guarded.contains(one.id()))
                            .map(Task::id)
                            .toList();
            chosen.add(new Chosen(task, waiting));
        }
    }

    /// Whoever is on an instance that drains goes for another reason.
    private boolean mayStay(Task task) {
        var instance = instances.get(task.place().containerInstance());
        return instance == null || instance.status() == ContainerInstanceStatus.ACTIVE;
    }

    /// Several may go together, in any order.
    @Override
    public void settled(SimInstant at) {
        for (var one : chosen) {
            one.waiting().stream()
                    .filter(id -> seen.task(id).filter(task -> !task.isLeaving()).isPresent())
                    .findFirst()
                    .ifPresent(id ->
                            broken.add(
                                    at
                                            + " stops the RUNNING "
                                            + one.victim().id().abbreviated()
                                            + " and keeps "
                                            + id.abbreviated()
                                            + ", which hasn't started"));
        }
        chosen.clear();
    }
}
