package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        for (var id : List.copyOf(desk.state().waiting.keySet())) {
            var task = desk.state().tasks.get(id);
            if (task == null || task.isLeaving() || task.lastStatus() != TaskStatus.PROVISIONING) {
                desk.state().waiting.remove(id);
            } else if (task.cluster().equals(cluster)) {
                var order = Objects.requireNonNull(desk.state().waiting.get(id));
                if (starter.placeWaiting(task, order)) {
                    desk.state().waiting.remove(id);
                }
            }
        }
        desk.state().capacityProviders.values().forEach(this::watch);
    }

    /// The metric is published once a minute, as long as somebody waits.
    void watch(CapacityProvider provider) {
        var scaled = provider.managedScaling().enabled();
        if (scaled && !tasksOf(provider).isEmpty() && desk.state().scaling.add(provider.name())) {
            desk.agenda().wakeAfter(Guesses.METRIC_EVERY, new Wake.ManagedScaling(provider.name()));
        }
    }

    /// The provider's group as it shall be; itself if it stays.
    AutoScalingGroup scale(CapacityProvider provider) {
        desk.state().scaling.remove(provider.name());
        var group =
                Objects.requireNonNull(
                        desk.state().autoScalingGroups.get(provider.autoScalingGroup()));
        var there = instancesOf(group.name());
        var needed = there.size() + more(provider, there);
        var scaling = provider.managedScaling();
        var wanted = there.isEmpty() ? Math.max(2, needed) : needed;
        var step =
                Math.clamp(
                        wanted - (long) group.desiredCapacity(),
                        0,
                        scaling.maximumScalingStepSize());
        var next = Math.min(group.maxSize(), group.desiredCapacity() + step);
        var warming = there.stream().anyMatch(this::isOnItsWay);
        if (tasksOf(provider).isEmpty()) {
            return group;
        }
        watch(provider);
        if (warming || next == group.desiredCapacity()) {
            return group;
        }
        explain(provider, there.size(), needed, next);
        return group.withDesiredCapacity(next);
    }

    private boolean isOnItsWay(Ec2Instance instance) {
        return desk.state().containerInstances.values().stream()
                .noneMatch(one -> one.ec2InstanceId().equals(instance.instanceId()));
    }

    private List<Ec2Instance> instancesOf(String group) {
        return desk.state().instances.values().stream()
                .filter(one -> one.autoScalingGroup().equals(group) && one.isAlive())
                .toList();
    }

    private List<TaskId> tasksOf(CapacityProvider provider) {
        return desk.state().waiting.keySet().stream()
                .filter(id -> {
                    var task = desk.state().tasks.get(id);
                    return task != null
                            && !task.isLeaving()
                            && task.place().capacityProvider().equals(provider.name());
                })
                .toList();
    }

    /// How many more instances of the group's type the waiting tasks fill, packed one by one into
    /// the first that has room. A task that fits into no empty one isn't counted.
    private int more(CapacityProvider provider, List<Ec2Instance> there) {
        var group = Objects.requireNonNull(provider.autoScalingGroup());
        var template = Objects.requireNonNull(desk.state().groupTemplates.get(group));
        var type = InstanceTypes.find(template.instanceType()).orElseThrow();
        var trunking = there.stream().anyMatch(Ec2Instance::trunking);
        var memory = Guesses.registeredMemory(type.memoryMib()) - template.reservedMemoryMib();
        var bins = new ArrayList<HostResources>();
        for (var id : tasksOf(provider)) {
            var order = Objects.requireNonNull(desk.state().waiting.get(id));
            var needs = Reservation.of(order.definition());
            var empty =
                    new HostResources(
                            type.vcpus() * 1_024,
                            memory,
                            List.of(),
                            List.of(),
                            type.taskEnis(trunking));
            if (after(empty, needs).isPresent()) {
                pack(bins, empty, needs);
            }
        }
        return bins.size();
    }

    private static void pack(List<HostResources> bins, HostResources empty, Reservation needs) {
        for (var i = 0; i < bins.size(); i++) {
            var rest = after(bins.get(i), needs);
            if (rest.isPresent()) {
                bins.set(i, rest.get());
                return;
            }
        }
        bins.add(after(empty, needs).orElseThrow());
    }

    private static Optional<HostResources> after(HostResources bin, Reservation needs) {
        var rest =
                new HostResources(
                        bin.cpuUnits() - needs.cpuUnits(),
                        bin.memoryMib() - needs.memoryMib(),
                        Stream.concat(bin.ports().stream(), needs.ports().stream()).toList(),
                        List.of(),
                        bin.enis() - needs.enis());
        var fits =
                rest.cpuUnits() >= 0
                        && rest.memoryMib() >= 0
                        && rest.enis() >= 0
                        && Collections.disjoint(bin.ports(), needs.ports());
        return fits ? Optional.of(rest) : Optional.empty();
    }

    private void explain(CapacityProvider provider, int n, int m, int next) {
        var reservation = n == 0 ? 200 : 100 * m / n;
        desk.journal()
                .decide(
                        Ref.of(Ref.Kind.CAPACITY_PROVIDER, provider.name()),
                        Kind.CAPACITY,
                        List.of(
                                Fact.of("N", n),
                                Fact.of("M", m),
                                Fact.of("PROVISIONING", tasksOf(provider).size()),
                                Fact.of(
                                        "targetCapacity",
                                        provider.managedScaling().targetCapacity())),
                        List.of(),
                        "CapacityProviderReservation = "
                                + (n == 0 ? "200" : m + " / " + n + " × 100 = " + reservation),
                        Phrase.of(
                                "capacity.scaleOut",
                                "group",
                                provider.autoScalingGroup(),
                                "count",
                                next));
    }
}
