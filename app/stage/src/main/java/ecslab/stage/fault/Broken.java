package ecslab.stage.fault;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Something that is broken on purpose at a moment.
///
/// @param on the thing at which it is seen
/// @param tag a word or two at the thing
/// @param says what is broken, for a list
/// @param mend the command that mends it
public record Broken(Ref on, Phrase tag, Phrase says, Command mend) {

    private static final String TASK = "task/";
    private static final String ANY_REGISTRY = "*";

    /// Everything that is broken, in the order in which it was broken.
    public static List<Broken> all(ClusterState state) {
        return Stream.concat(
                        state.faults().values().stream().flatMap(one -> of(state, one).stream()),
                        state.capacity().containerInstances().values().stream()
                                .filter(one -> one.isRegistered() && !one.agentConnected())
                                .flatMap(one -> silent(state, one).stream()))
                .toList();
    }

    /// What is broken about one thing.
    public static List<Broken> about(ClusterState state, Ref thing) {
        return all(state).stream().filter(one -> isAbout(one.on(), thing)).toList();
    }

    /// Whether an Availability Zone is cut off.
    public static boolean isOut(ClusterState state, String zone) {
        return state.faults().values().stream()
                .anyMatch(one -> one.kind() == Fault.Kind.ZONE_OUTAGE && one.about().equals(zone));
    }

    /// What is so of all registries is so of each.
    private static boolean isAbout(Ref on, Ref thing) {
        return on.equals(thing)
                || (on.kind() == Kind.REGISTRY
                        && thing.kind() == Kind.REGISTRY
                        && on.id().equals(ANY_REGISTRY));
    }

    /// What a button says that mends it.
    public Phrase mending() {
        var route = mend instanceof LabCapacity.LabOpenRoute(var closed) ? closed : "";
        return Phrase.of("offer." + mend.action(), "route", route);
    }

    /// Empty if what was broken is gone.
    private static Optional<Broken> of(ClusterState state, Fault fault) {
        var about = fault.about();
        return switch (fault.kind()) {
            case REGISTRY_DOWN, REGISTRY_THROTTLES ->
                    one(
                            state,
                            fault,
                            Ref.of(Kind.REGISTRY, about),
                            new LabFault.LabRegistryUp(
                                    about.equals(ANY_REGISTRY) ? Given.absent() : Given.of(about)));
            case SUBNET_FULL ->
                    state.network().subnets().stream()
                            .filter(subnet -> subnet.name().equals(about))
                            .map(Subnet::subnetId)
                            .findFirst()
                            .flatMap(id ->
                                    one(
                                            state,
                                            fault,
                                            Ref.of(Kind.SUBNET, id),
                                            new LabFault.LabEmptySubnet(id)));
            case MEMORY_LEAK -> at(state, fault, LabFault.LabStopLeak::new);
            case SLOW_START ->
                    one(
                            state,
                            fault,
                            Ref.of(Kind.IMAGE, about),
                            new LabFault.LabNormalStart("image/" + about));
            case BROKEN_HEALTH -> at(state, fault, LabFault.LabMendHealth::new);
            case SLOW -> at(state, fault, LabOutage.LabNormalSpeed::new);
            case CONNECTIONS_EXHAUSTED -> at(state, fault, LabOutage.LabFreeConnections::new);
            case ROUTE_DROPPED -> at(state, fault, LabOutage.LabRestoreRoute::new);
            case FROZEN -> at(state, fault, LabOutage.LabThaw::new);
            case CPU_BURN -> at(state, fault, LabOutage.LabStopBurn::new);
            case ZONE_OUTAGE ->
                    one(state, fault, zone(state, about), new LabOutage.LabZoneBack(about));
            case CLOSED_ROUTE ->
                    one(
                            state,
                            fault,
                            Ref.of(Kind.VPC, state.network().vpcId()),
                            new LabCapacity.LabOpenRoute(about));
            case SPOT_INTERRUPTED ->
                    one(
                            state,
                            fault,
                            Ref.of(Kind.CAPACITY_PROVIDER, CapacityProvider.FARGATE_SPOT),
                            new LabCapacity.LabReturnFargateSpot());
        };
    }

    /// An Availability Zone is known by its first subnet.
    private static Ref zone(ClusterState state, String zone) {
        return state.network().subnets().stream()
                .filter(subnet -> subnet.availabilityZone().equals(zone))
                .map(subnet -> Ref.of(Kind.SUBNET, subnet.subnetId()))
                .findFirst()
                .orElse(Ref.of(Kind.VPC, state.network().vpcId()));
    }

    /// At an image or a task, unless the task is gone.
    private static Optional<Broken> at(
            ClusterState state, Fault fault, Function<String, Command> mend) {
        return named(state, fault.about())
                .flatMap(of -> one(state, fault, ref(fault.about()), mend.apply(of)));
    }

    private static Optional<Broken> one(ClusterState state, Fault fault, Ref on, Command mend) {
        var word = fault.kind().word();
        var name = name(state, on, fault.about());
        return Optional.of(
                new Broken(
                        on,
                        Phrase.of("broken.tag." + word, "name", name, "detail", fault.detail()),
                        Phrase.of("broken.says." + word, "name", name, "detail", fault.detail()),
                        mend));
    }

    private static String name(ClusterState state, Ref on, String about) {
        return switch (on.kind()) {
            case TASK -> state.taskNames().getOrDefault(new TaskId(on.id()), on.id());
            case IMAGE -> about.substring(about.lastIndexOf('/') + 1);
            case REGISTRY ->
                    about.equals(ANY_REGISTRY) ? Registries.of(state) : Registries.brand(about);
            default -> about;
        };
    }

    private static Ref ref(String about) {
        return about.startsWith(TASK)
                ? Ref.of(Kind.TASK, about.substring(TASK.length()))
                : Ref.of(Kind.IMAGE, about);
    }

    /// As a `lab:` command names it; empty for a task that has stopped.
    private static Optional<String> named(ClusterState state, String about) {
        if (!about.startsWith(TASK)) {
            return Optional.of("image/" + about);
        }
        var id = new TaskId(about.substring(TASK.length()));
        return Optional.ofNullable(state.tasks().get(id))
                .filter(task -> !task.isStopped())
                .map(_ -> TASK + state.taskNames().getOrDefault(id, id.hex()));
    }

    private static Optional<Broken> silent(ClusterState state, ContainerInstance instance) {
        return Optional.ofNullable(state.capacity().instances().get(instance.ec2InstanceId()))
                .flatMap(Broken::silent);
    }

    private static Optional<Broken> silent(Ec2Instance machine) {
        var on = Ref.of(Kind.INSTANCE, machine.instanceId());
        if (machine.state() == Ec2InstanceState.STOPPED) {
            return Optional.of(
                    new Broken(
                            on,
                            Phrase.of("broken.tag.stopped"),
                            Phrase.of("broken.says.stopped", "name", machine.name()),
                            new LabCapacity.LabStartStoppedInstance(machine.name())));
        }
        return machine.isAlive()
                ? Optional.of(
                        new Broken(
                                on,
                                Phrase.of("broken.tag.agent"),
                                Phrase.of("broken.says.agent", "name", machine.name()),
                                new LabCapacity.LabReconnectAgent(machine.name())))
                : Optional.empty();
    }
}
