package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RequiredAttributes;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the container instance that a task runs on (behaviour reference §5.1): who has room, and
/// of those the one that ECS's default takes.
///
/// A service's tasks are spread over Availability Zones, then over instances; a standalone task
/// goes anywhere by chance.
final class Placement {

    private final Desk desk;

    Placement(Desk desk) {
        this.desk = desk;
    }

    /// What came out.
    ///
    /// @param chosen empty if nobody has room
    record Verdict(Optional<ContainerInstance> chosen, List<Candidate> candidates) {

        /// Who comes nearest to having room; empty if there is no instance at all.
        Optional<Candidate> closest() {
            return candidates.stream()
                    .filter(candidate -> !candidate.failed().isEmpty())
                    .min(Candidate.CLOSEST_FIRST);
        }
    }

    /// The instances of a cluster that ECS knows: with a capacity provider, only that provider's.
    List<ContainerInstance> instances(String cluster, String provider) {
        return desk.state().containerInstances.values().stream()
                .filter(one -> one.cluster().equals(cluster) && one.isRegistered())
                .filter(one -> provider.isEmpty() || one.capacityProvider().equals(provider))
                .toList();
    }

    Verdict choose(TaskStarter.Order order, String provider) {
        var needs = Reservation.of(order.definition());
        var attributes = RequiredAttributes.names(order.definition());
        var candidates = new ArrayList<Candidate>();
        for (var instance : instances(order.cluster(), provider)) {
            var left = Occupancy.remaining(desk.state(), instance);
            candidates.add(Candidate.judge(instance, left, needs, zones(order), attributes));
        }
        var fit = candidates.stream().filter(Candidate::fits).map(Candidate::instance).toList();
        return new Verdict(fit.isEmpty() ? Optional.empty() : pick(order, fit), candidates);
    }

    /// In `awsvpc` the Availability Zones of the subnets that are listed; none: any will do.
    private List<String> zones(TaskStarter.Order order) {
        return desk.state().network.subnets().stream()
                .filter(subnet -> order.network().subnets().contains(subnet.subnetId()))
                .map(Subnet::availabilityZone)
                .distinct()
                .toList();
    }

    private Optional<ContainerInstance> pick(TaskStarter.Order order, List<ContainerInstance> fit) {
        if (!order.group().startsWith(Task.groupOfService(""))) {
            return Optional.of(fit.get(desk.ids().below(fit.size(), "placement/instance")));
        }
        var byZone = new TreeMap<String, Integer>();
        var byInstance = new TreeMap<String, Integer>();
        for (var task : desk.state().tasks.values()) {
            var same = task.cluster().equals(order.cluster()) && task.group().equals(order.group());
            if (same && !task.isLeaving() && task.place().isOnInstance()) {
                byZone.merge(task.availabilityZone(), 1, Integer::sum);
                byInstance.merge(task.place().containerInstance(), 1, Integer::sum);
            }
        }
        return fit.stream()
                .min(
                        Comparator.comparingInt((ContainerInstance one) ->
                                        byZone.getOrDefault(one.availabilityZone(), 0))
                                .thenComparing(ContainerInstance::availabilityZone)
                                .thenComparingInt(one -> byInstance.getOrDefault(one.id(), 0)));
    }

    /// Tells every candidate and the check that refused it.
    void explain(TaskStarter.Order order, Ref about, Verdict verdict) {
        var needs = Reservation.of(order.definition());
        var told = new ArrayList<Decision.Candidate>();
        for (var candidate : verdict.candidates()) {
            var is = verdict.chosen().filter(candidate.instance()::equals).isPresent();
            told.add(new Decision.Candidate(name(candidate.instance()), is, candidate.why(is)));
        }
        desk.journal()
                .decide(
                        about,
                        Kind.PLACE,
                        List.of(
                                Fact.of("group", order.group()),
                                Fact.of("launchType", "EC2"),
                                Fact.of("cpu", needs.cpuUnits()),
                                Fact.of("memory", needs.memoryMib()),
                                Fact.of("ports", needs.ports()),
                                Fact.of("enis", needs.enis())),
                        told,
                        "",
                        outcome(order, verdict));
    }

    private Phrase outcome(TaskStarter.Order order, Verdict verdict) {
        if (verdict.chosen().isEmpty()) {
            return verdict.closest()
                    .map(closest ->
                            Phrase.of(
                                    "place.nobody",
                                    "closest",
                                    name(closest.instance()),
                                    "reason",
                                    closest.reason().word()))
                    .orElse(Phrase.of("place.noInstances"));
        }
        var service = order.group().startsWith(Task.groupOfService(""));
        return Phrase.of(
                service ? "place.onInstance" : "place.byChance",
                "instance",
                name(verdict.chosen().get()),
                "zone",
                verdict.chosen().get().availabilityZone());
    }

    private String name(ContainerInstance instance) {
        return Optional.ofNullable(desk.state().instances.get(instance.ec2InstanceId()))
                .map(one -> one.name())
                .orElse(instance.ec2InstanceId());
    }

    /// What an instance has left, as ECS reckons.
    static final class Occupancy {

        private Occupancy() {}

        static HostResources remaining(EngineState state, ContainerInstance instance) {
            var registered = instance.registered();
            var cpu = registered.cpuUnits();
            var memory = registered.memoryMib();
            var enis = registered.enis();
            var ports = new ArrayList<>(registered.ports());
            var udp = new ArrayList<>(registered.portsUdp());
            for (var task : state.tasksOn(instance.id())) {
                var taken = Reservation.of(state.taskDefinition(task.taskDefinition()));
                cpu -= task.cpuUnits();
                memory -= task.memoryMib();
                enis -= taken.enis();
                ports.addAll(taken.ports());
                udp.addAll(taken.portsUdp());
            }
            ports.sort(Comparator.naturalOrder());
            udp.sort(Comparator.naturalOrder());
            return new HostResources(cpu, memory, List.copyOf(ports), List.copyOf(udp), enis);
        }
    }
}
