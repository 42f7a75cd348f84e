package ecslab.learn.compose;

import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.ImageName;
import ecslab.learn.compose.Known.Suggestion;
import ecslab.stage.fault.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What there is at a moment that our own calls can be about, named as they name it.
final class KnownThings {

    private KnownThings() {}

    static List<Suggestion> taskNames(Known known) {
        var state = known.state();
        return state.tasks().values().stream()
                .filter(task -> !task.isLeaving())
                .map(task ->
                        new Suggestion(
                                "task/" + state.taskNames().getOrDefault(task.id(), ""),
                                task.lastStatus().name()))
                .toList();
    }

    static List<Suggestion> imageNames(Known known) {
        return known.state().images().values().stream()
                .map(image -> new Suggestion("image/" + image.shortName(), ""))
                .toList();
    }

    static List<Suggestion> imagesAndTasks(Known known) {
        return Stream.concat(imageNames(known).stream(), taskNames(known).stream()).toList();
    }

    static List<Suggestion> registries(Known known) {
        return known.state().images().keySet().stream()
                .map(uri -> ImageName.parse(uri).host())
                .distinct()
                .map(host -> new Suggestion(host, ""))
                .toList();
    }

    static List<Suggestion> instances(Known known) {
        return known.state().capacity().instances().values().stream()
                .filter(Ec2Instance::isThere)
                .map(one ->
                        new Suggestion(
                                "instance/" + one.name(),
                                one.instanceType() + " " + one.availabilityZone()))
                .toList();
    }

    static List<Suggestion> containerInstances(Known known) {
        var capacity = known.state().capacity();
        return capacity.containerInstances().values().stream()
                .filter(one -> one.isRegistered())
                .map(one ->
                        new Suggestion(
                                one.id(),
                                capacity.under(one.id()).map(Ec2Instance::name).orElse("")
                                        + " "
                                        + one.status()))
                .toList();
    }

    static List<Suggestion> routes(Known known) {
        var network = known.state().network();
        var all = new ArrayList<Suggestion>();
        if (network.subnets().stream().anyMatch(subnet -> subnet.publicRoute())) {
            all.add(route("internetGateway", network.internetGatewayOpen()));
        }
        network.natGateways()
                .forEach(one -> all.add(route("natGateway/" + one.name(), one.open())));
        network.endpoints().forEach(one -> all.add(route("endpoint/" + one.service(), one.open())));
        network.securityGroups()
                .forEach(one ->
                        all.add(route("securityGroup/" + one.name(), !one.ingress().isEmpty())));
        return all;
    }

    static List<Suggestion> zones(Known known) {
        return known.state().network().availabilityZones().stream()
                .map(zone -> new Suggestion(zone, ""))
                .toList();
    }

    private static Suggestion route(String name, boolean isOpen) {
        return new Suggestion(name, isOpen ? "" : "✕");
    }

    static boolean hasSpot(Known known) {
        return known.state()
                .capacity()
                .capacityProviders()
                .containsKey(CapacityProvider.FARGATE_SPOT);
    }

    static boolean isAnythingBroken(Known known) {
        return !Broken.all(known.state()).isEmpty();
    }
}
