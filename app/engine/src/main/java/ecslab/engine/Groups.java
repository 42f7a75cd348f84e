package ecslab.engine;

import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Auto Scaling groups: they start instances up to the desired capacity, and terminate those beyond
/// it.
final class Groups {

    private final Desk desk;
    private final Instances instances;
    private final Registrations registrations;

    Groups(Desk desk, Instances instances, Registrations registrations) {
        this.desk = desk;
        this.instances = instances;
        this.registrations = registrations;
    }

    /// Those that count: not on their way out.
    List<Ec2Instance> members(String group) {
        return desk.state().instances.values().stream()
                .filter(one -> one.autoScalingGroup().equals(group) && one.isAlive())
                .filter(one -> !desk.state().leaving.contains(one.instanceId()))
                .toList();
    }

    void resize(AutoScalingGroup group) {
        instances.put(group);
        var surplus = members(group.name()).size() - group.desiredCapacity();
        for (var one : victims(group.name(), surplus)) {
            release(one);
        }
    }

    /// Whom the group terminates: of the Availability Zone with most instances the oldest. ECS
    /// protects those with tasks if it was asked to.
    List<Ec2Instance> victims(String group, int count) {
        var left = new ArrayList<>(members(group));
        var chosen = new ArrayList<Ec2Instance>();
        var isProtected =
                provider(group).filter(CapacityProvider::managedTerminationProtection).isPresent();
        while (chosen.size() < count) {
            var next =
                    left.stream()
                            .filter(one -> !isProtected || tasksOn(one).isEmpty())
                            .max(Comparator.comparingLong(one -> sameZone(left, one)));
            if (next.isEmpty()) {
                break;
            }
            left.remove(next.get());
            chosen.add(next.get());
        }
        return List.copyOf(chosen);
    }

    /// The oldest of its zone counts for one more, so that it goes first.
    private static long sameZone(List<Ec2Instance> all, Ec2Instance one) {
        var same =
                all.stream()
                        .filter(other -> other.availabilityZone().equals(one.availabilityZone()))
                        .toList();
        return same.size() * 2L + (same.getFirst().equals(one) ? 1 : 0);
    }

    /// Managed draining lets tasks leave first; without it they are lost.
    private void release(Ec2Instance instance) {
        var draining =
                provider(instance.autoScalingGroup())
                        .filter(CapacityProvider::managedDraining)
                        .isPresent();
        var registered = registered(instance);
        if (draining && registered.isPresent() && !tasksOn(instance).isEmpty()) {
            desk.state().leaving.add(instance.instanceId());
            registrations.set(registered.get(), ContainerInstanceStatus.DRAINING);
        } else {
            instances.terminate(instance);
        }
    }

    /// Those that have drained go.
    void leave() {
        if (desk.state().leaving.isEmpty()) {
            return;
        }
        for (var id : List.copyOf(desk.state().leaving)) {
            var instance = desk.state().instances.get(id);
            if (instance == null || !instance.isAlive()) {
                desk.state().leaving.remove(id);
            } else if (tasksOn(instance).isEmpty()) {
                desk.state().leaving.remove(id);
                instances.terminate(instance);
            }
        }
    }

    private Optional<CapacityProvider> provider(String group) {
        return desk.state().capacityProviders.values().stream()
                .filter(one -> one.autoScalingGroup().equals(group))
                .filter(one -> one.status().equals(CapacityProvider.ACTIVE))
                .findFirst();
    }

    private Optional<ContainerInstance> registered(Ec2Instance instance) {
        return desk.state()
                .registered
                .of(instance.instanceId())
                .filter(one -> one.isRegistered() && one.agentConnected());
    }

    /// Daemons' tasks don't count: they belong to the instance.
    List<Task> tasksOn(Ec2Instance instance) {
        return desk.state().registered.of(instance.instanceId()).stream()
                .flatMap(one -> desk.state().tasksOn(one.id()).stream())
                .filter(task -> !isDaemon(task))
                .toList();
    }

    private boolean isDaemon(Task task) {
        return task.service().isPresent()
                && desk.service(desk.serviceOf(task)).scheduling().isDaemon();
    }
}
