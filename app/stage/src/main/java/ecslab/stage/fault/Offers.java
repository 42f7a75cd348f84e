package ecslab.stage.fault;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.Command;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabFault;
import ecslab.ecs.command.LabOutage;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.fault.Offer.Act;
import ecslab.stage.fault.Offer.Form;
import ecslab.stage.fault.Offer.Group;
import ecslab.stage.fault.Offer.Tone;
import ecslab.wire.command.CommandJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What can be done to a thing at a moment, besides stopping a task: first what mends it, then what
/// breaks it, then what AWS's API can do with it.
///
/// A fault is offered where it can be seen, and its opposite where it is: so nobody breaks what is
/// broken.
public final class Offers {

    /// Ended well, ended badly, killed, and ended by SIGTERM.
    private static final List<Integer> EXIT_CODES = List.of(0, 1, 137, 143);

    private static final List<Integer> LEAKS_MIB_PER_MINUTE = List.of(60, 600);
    private static final List<Duration> SLOW_STARTS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2));

    private static final int SLOWER = 10;

    private final ClusterState state;
    private final Ref thing;

    private Offers(ClusterState state, Ref thing) {
        this.state = state;
        this.thing = thing;
    }

    public static List<Offer> of(ClusterState state, Ref thing) {
        var offers = new ArrayList<Offer>();
        for (var broken : Broken.about(state, thing)) {
            offers.add(new Act(broken.mending(), broken.mend(), Tone.MENDS));
        }
        offers.addAll(new Offers(state, thing).all());
        return List.copyOf(offers);
    }

    private List<Offer> all() {
        return switch (thing.kind()) {
            case TASK -> task();
            case IMAGE -> image();
            case REGISTRY -> registry(thing.id());
            case INSTANCE -> MachineOffers.of(state, thing.id());
            case VPC -> RouteOffers.all(state.network());
            case SUBNET -> subnet();
            case CAPACITY_PROVIDER -> provider();
            case SERVICE -> CallOffers.service(state, thing.id());
            case CLUSTER -> CallOffers.cluster(thing.id());
            case TASK_DEFINITION -> CallOffers.taskDefinition(thing.id());
            case LOAD_BALANCER -> CallOffers.balancer(thing.id());
            case TARGET_GROUP, ROLE, AUTO_SCALING_GROUP, TRAFFIC, REQUEST -> List.of();
        };
    }

    private List<Offer> task() {
        var task = state.tasks().get(new TaskId(thing.id()));
        if (task == null || task.isLeaving()) {
            return List.of();
        }
        var name = "task/" + state.taskNames().getOrDefault(task.id(), task.id().hex());
        return Stream.of(
                        kill(task, name),
                        freeze(name),
                        burn(name),
                        leak(name),
                        health(name),
                        outages(name))
                .flatMap(List::stream)
                .toList();
    }

    private List<Offer> freeze(String of) {
        return isBroken("broken.tag.frozen")
                ? List.of()
                : List.of(breaks("offer.Freeze", new LabOutage.LabFreeze(of)));
    }

    private List<Offer> burn(String of) {
        return isBroken("broken.tag.cpuBurn")
                ? List.of()
                : List.of(breaks("offer.BurnCpu", new LabOutage.LabBurnCpu(of)));
    }

    private List<Offer> outages(String of) {
        var offers = new ArrayList<Offer>();
        if (!isBroken("broken.tag.slow")) {
            offers.add(breaks("offer.SlowDown", new LabOutage.LabSlowDown(of, SLOWER)));
        }
        if (!isBroken("broken.tag.connectionsExhausted")) {
            offers.add(breaks("offer.ExhaustConnections", new LabOutage.LabExhaustConnections(of)));
        }
        if (!isBroken("broken.tag.routeDropped")) {
            offers.add(breaks("offer.DropRoute", new LabOutage.LabDropRoute(of)));
        }
        return offers;
    }

    private static List<Offer> kill(Task task, String name) {
        return task.containers().stream()
                .filter(one -> one.lastStatus() == ContainerStatus.RUNNING)
                .<Offer>map(one -> kill(name, one.name()))
                .toList();
    }

    private static Group kill(String task, String container) {
        var codes = new ArrayList<Offer>();
        for (int code : EXIT_CODES) {
            codes.add(
                    new Act(
                            Phrase.of("offer.kill.code", "code", code),
                            new LabFault.LabKillContainer(task, container, code),
                            Tone.BREAKS));
        }
        codes.add(other(new LabFault.LabKillContainer(task, container, 2)));
        return new Group(Phrase.of("offer.kill", "container", container), List.copyOf(codes));
    }

    private List<Offer> leak(String of) {
        if (isBroken("broken.tag.memoryLeak")) {
            return List.of();
        }
        var rates = new ArrayList<Offer>();
        for (int rate : LEAKS_MIB_PER_MINUTE) {
            rates.add(
                    new Act(
                            Phrase.of("offer.leak.rate", "rate", rate),
                            new LabFault.LabLeakMemory(of, rate),
                            Tone.BREAKS));
        }
        rates.add(other(new LabFault.LabLeakMemory(of, 100)));
        return List.of(new Group(Phrase.of("offer.leak"), List.copyOf(rates)));
    }

    private List<Offer> health(String of) {
        return isBroken("broken.tag.brokenHealth")
                ? List.of()
                : List.of(breaks("offer.BreakHealth", new LabFault.LabBreakHealth(of)));
    }

    private List<Offer> image() {
        var of = "image/" + thing.id();
        var offers = new ArrayList<Offer>();
        if (!isBroken("broken.tag.slowStart")) {
            var spans = new ArrayList<Offer>();
            for (var span : SLOW_STARTS) {
                spans.add(
                        new Act(
                                Phrase.of("offer.slow.span", "seconds", span.toSeconds()),
                                new LabFault.LabSlowStart(of, span),
                                Tone.BREAKS));
            }
            spans.add(other(new LabFault.LabSlowStart(of, Duration.ofSeconds(60))));
            offers.add(new Group(Phrase.of("offer.slow"), List.copyOf(spans)));
        }
        offers.addAll(health(of));
        offers.addAll(burn(of));
        offers.addAll(leak(of));
        offers.addAll(registry(ImageName.parse(thing.id()).host()));
        return offers;
    }

    private List<Offer> registry(String host) {
        var down =
                Broken.all(state).stream()
                        .filter(one -> one.on().kind() == Ref.Kind.REGISTRY)
                        .filter(one -> one.on().id().equals(host) || one.on().id().equals("*"))
                        .findFirst();
        if (down.isPresent()) {
            return thing.kind() == Ref.Kind.REGISTRY
                    ? List.of()
                    : List.of(
                            new Act(Phrase.of("offer.RegistryUp"), down.get().mend(), Tone.MENDS));
        }
        return List.of(
                breaks("offer.RegistryDown", new LabFault.LabRegistryDown(Given.of(host))),
                breaks(
                        "offer.RegistryThrottles",
                        new LabFault.LabRegistryDown(Given.of(host), true)));
    }

    private List<Offer> subnet() {
        var offers = new ArrayList<>(RouteOffers.of(state.network(), thing.id()));
        if (!isBroken("broken.tag.subnetFull")) {
            offers.add(breaks("offer.FillSubnet", new LabFault.LabFillSubnet(thing.id())));
        }
        state.network()
                .subnet(thing.id())
                .map(Subnet::availabilityZone)
                .filter(zone -> !Broken.isOut(state, zone))
                .map(LabOutage.LabZoneOutage::new)
                .ifPresent(outage -> offers.add(breaks("offer.ZoneOutage", outage)));
        return offers;
    }

    private List<Offer> provider() {
        var isSpot = thing.id().equals(CapacityProvider.FARGATE_SPOT);
        return isSpot && !isBroken("broken.tag.spotInterrupted")
                ? List.of(
                        breaks(
                                "offer.InterruptFargateSpot",
                                new LabCapacity.LabInterruptFargateSpot()))
                : List.of();
    }

    private boolean isBroken(String tag) {
        return Broken.about(state, thing).stream().anyMatch(one -> one.tag().key().equals(tag));
    }

    static Act breaks(String key, Command command) {
        return new Act(Phrase.of(key), command, Tone.BREAKS);
    }

    private static Form other(Command sample) {
        return new Form(
                Phrase.of("offer.other"), CommandJson.call(sample), CommandJson.compact(sample));
    }
}
