package ecslab.engine;

import ecslab.ecs.event.Event.ClusterChange;
import ecslab.ecs.event.Event.ContainerInstanceChange;
import ecslab.ecs.event.Event.ServiceChange;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// The counts of clusters and services. They are brought up to date once at the end of each turn,
/// so that ten tasks that start together are one change of their service and not ten.
final class Counts {

    private final EngineState state;
    private final Agenda agenda;
    private final Journal journal;
    private final TreeSet<ServiceName> services = new TreeSet<>();
    private final TreeSet<ServiceName> edited = new TreeSet<>();
    private final TreeSet<String> clusters = new TreeSet<>();
    private final TreeSet<String> freed = new TreeSet<>();

    Counts(EngineState state, Agenda agenda, Journal journal) {
        this.state = state;
        this.agenda = agenda;
        this.journal = journal;
    }

    void changed(Task task) {
        var service = task.service();
        if (service.isPresent()) {
            services.add(new ServiceName(task.cluster(), service.get()));
        }
    }

    void changedCluster(String cluster) {
        clusters.add(cluster);
    }

    /// Room has become free.
    void freed(String cluster) {
        freed.add(cluster);
    }

    /// The clusters in which room has become free since this was last asked.
    List<String> takeFreed() {
        if (freed.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(freed);
        freed.clear();
        return taken;
    }

    /// The service itself was changed, whatever becomes of its counts.
    void changed(ServiceName service) {
        services.add(service);
        edited.add(service);
        clusters.add(service.cluster());
    }

    /// Reports what has changed.
    ///
    /// @return the services that the turn touched
    List<ServiceName> report() {
        var touched = services.isEmpty() ? List.<ServiceName>of() : List.copyOf(services);
        if (!touched.isEmpty()) {
            touched.forEach(this::recount);
            services.clear();
            edited.clear();
        }
        if (!state.occupancies.counted.isEmpty()) {
            state.occupancies.counted.forEach(this::recountInstance);
            state.occupancies.counted.clear();
        }
        if (!state.clustersCounted.isEmpty()) {
            clusters.addAll(state.clustersCounted);
            state.clustersCounted.clear();
        }
        if (!clusters.isEmpty()) {
            clusters.forEach(this::recount);
            clusters.clear();
        }
        return touched;
    }

    private void recount(ServiceName name) {
        var service = state.services.get(name);
        var memory = state.memories.get(name);
        if (service == null || memory == null) {
            return;
        }
        var all = memory.members.all();
        var next =
                withoutGoneSets(
                        service.withCounts(all.running(), all.pending())
                                .withDeployments(recounted(service, memory)));
        if (edited.contains(name) || !next.equals(service)) {
            state.services.put(name, next);
            journal.report(new ServiceChange(agenda.now(), next));
        }
    }

    /// A deleted task set is gone with its last task.
    private static Service withoutGoneSets(Service service) {
        var sets = service.rollout().taskSets();
        if (sets.stream().noneMatch(TaskSet::leaving)) {
            return service;
        }
        var ids = service.deployments().stream().map(Deployment::id).toList();
        var left = sets.stream().filter(one -> !one.leaving() || ids.contains(one.id())).toList();
        return service.withRollout(service.rollout().withTaskSets(left));
    }

    private boolean isDraining(ServiceMemory memory, String deployment) {
        return memory.draining.stream()
                .map(id -> Objects.requireNonNull(state.tasks.get(id)))
                .anyMatch(task -> task.startedBy().equals(deployment));
    }

    /// A replaced deployment is gone once its last task has been told to stop, and no target of its
    /// tasks drains any more. While traffic is shifted both stay, even if no task is wanted.
    private List<Deployment> recounted(Service service, ServiceMemory memory) {
        var next = new ArrayList<Deployment>();
        for (var deployment : service.deployments()) {
            var own = memory.members.tally(deployment.id());
            var primary =
                    deployment.status() == DeploymentStatus.PRIMARY
                            && !service.rollout().controller().hasTaskSets();
            var desired = Side.desired(state, service, deployment.id());
            if (primary
                    || desired > 0
                    || (memory.shift.isUnderWay() && memory.shift.keeps(deployment.id()))
                    || isTaskSet(service, deployment)
                    || hasJustFailed(deployment)
                    || own.staying() > 0
                    || isDraining(memory, deployment.id())) {
                next.add(deployment.withCounts(desired, own.running(), own.pending()));
            }
        }
        return List.copyOf(next);
    }

    /// It is seen once, even if none of its tasks is left.
    private boolean hasJustFailed(Deployment deployment) {
        return deployment.rolloutState() == RolloutState.FAILED
                && deployment.updatedAt().equals(agenda.now());
    }

    /// A task set stays until somebody deletes it.
    private static boolean isTaskSet(Service service, Deployment deployment) {
        return service.rollout().taskSets().stream()
                .anyMatch(set -> set.id().equals(deployment.id()) && !set.leaving());
    }

    @SuppressWarnings("ReferenceEquality") // What hasn't changed is the same one.
    private void recount(String name) {
        var cluster = state.clusters.get(name);
        if (cluster == null) {
            return;
        }
        var tally = state.census.tally(name);
        var active = 0;
        for (var service : state.services.values()) {
            var own = service.name().cluster().equals(name);
            active += own && service.status() == ServiceStatus.ACTIVE ? 1 : 0;
        }
        var next =
                cluster.withCounts(
                        state.registered.count(name), tally.running(), tally.pending(), active);
        if (next != cluster) {
            state.clusters.put(name, next);
            journal.report(new ClusterChange(agenda.now(), next));
        }
    }

    @SuppressWarnings("ReferenceEquality") // What hasn't changed is the same one.
    private void recountInstance(String id) {
        var instance = state.containerInstances.get(id);
        if (instance == null) {
            return;
        }
        var there = state.occupancy(id);
        var next =
                instance.withTasks(
                        there.remaining(instance.registered()), there.running(), there.pending());
        if (next != instance) {
            var told = next.withVersion(next.version() + 1);
            state.put(told);
            journal.report(new ContainerInstanceChange(agenda.now(), told));
        }
    }
}
