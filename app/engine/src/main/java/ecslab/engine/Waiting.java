package ecslab.engine;

import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tasks of an Auto Scaling group provider that wait for room: they sit in PROVISIONING (behaviour
/// reference §3.1), and managed scaling counts them (§8.5).
final class Waiting {

    private final Desk desk;
    private final TaskStarter starter;

    Waiting(Desk desk, TaskStarter starter) {
        this.desk = desk;
        this.starter = starter;
    }

    /// Places whoever fits now, in the order in which they came.
    void look(String cluster) {
        place(task -> task.cluster().equals(cluster));
        desk.state().capacityProviders.values().forEach(this::watch);
    }

    /// As [#look(String)], in all clusters; and services look again whose constraints ask what else
    /// runs on an instance.
    ///
    /// @return whether a task was placed
    boolean look() {
        for (var service : desk.state().services.values()) {
            if (lacksTasks(service) && asksForTasks(service)) {
                desk.reconcileSoon(service.name());
            }
        }
        return place(_ -> true);
    }

    private static boolean lacksTasks(Service service) {
        return service.isActive()
                && service.runningCount() + service.pendingCount() < service.desiredCount();
    }

    private boolean asksForTasks(Service service) {
        return service.deployments().stream()
                .limit(1)
                .map(_ -> ServiceLauncher.order(desk.state(), service))
                .flatMap(order ->
                        Stream.concat(
                                order.definition().placementConstraints().stream(),
                                order.placement().constraints().stream()))
                .map(PlacementConstraint::expression)
                .anyMatch(one -> one.contains("task:group") || one.contains("runningTasksCount"));
    }

    private boolean place(Predicate<Task> which) {
        if (desk.state().waiting.isEmpty()) {
            return false;
        }
        var placed = false;
        for (var id : List.copyOf(desk.state().waiting.keySet())) {
            var task = desk.state().tasks.get(id);
            if (task == null || task.isLeaving() || task.lastStatus() != TaskStatus.PROVISIONING) {
                desk.state().waiting.remove(id);
            } else if (which.test(task)) {
                var order = Objects.requireNonNull(desk.state().waiting.get(id));
                if (starter.placeWaiting(task, order)) {
                    desk.state().waiting.remove(id);
                    placed = true;
                }
            }
        }
        return placed;
    }

    /// The metric is published once a minute, as long as there is something to measure.
    void watch(CapacityProvider provider) {
        var scaled =
                provider.managedScaling().enabled()
                        && desk.state().clusters.values().stream()
                                .anyMatch(one -> one.capacityProviders().contains(provider.name()));
        var measured = !tasksOf(provider).isEmpty() || hasMembers(provider.autoScalingGroup());
        if (scaled && measured && desk.state().scaling.add(provider.name())) {
            desk.agenda().wakeAfter(Guesses.METRIC_EVERY, new Wake.ManagedScaling(provider.name()));
        }
    }

    private boolean hasMembers(String group) {
        return desk.state().instances.values().stream()
                .anyMatch(one -> one.autoScalingGroup().equals(group) && one.isAlive());
    }

    /// Those that wait for a provider's capacity.
    List<TaskId> tasksOf(CapacityProvider provider) {
        return desk.state().waiting.keySet().stream()
                .filter(id -> {
                    var task = desk.state().tasks.get(id);
                    return task != null
                            && !task.isLeaving()
                            && task.place().capacityProvider().equals(provider.name());
                })
                .toList();
    }
}
