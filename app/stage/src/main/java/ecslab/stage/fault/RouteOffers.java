package ecslab.stage.fault;

import ecslab.ecs.Phrase;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.Subnet;
import ecslab.stage.fault.Offer.Act;
import ecslab.stage.fault.Offer.Tone;
import java.util.ArrayList;
import java.util.List;

/// Which ways can be closed, and opened again.
final class RouteOffers {

    private final Network network;
    private final List<Offer> offers = new ArrayList<>();

    private RouteOffers(Network network) {
        this.network = network;
    }

    /// Only what is open: what is closed is broken already, and offered to be mended.
    static List<Offer> all(Network network) {
        var routes = new RouteOffers(network);
        if (network.internetGatewayOpen()
                && network.subnets().stream().anyMatch(RouteOffers::isOut)) {
            routes.close("internetGateway");
        }
        routes.behind();
        network.securityGroups().stream()
                .filter(one -> !one.ingress().isEmpty())
                .map(SecurityGroup::name)
                .forEach(name -> routes.close("securityGroup/" + name));
        return routes.offers;
    }

    /// The ways out of one subnet.
    static List<Offer> of(Network network, String subnetId) {
        var routes = new RouteOffers(network);
        var subnet = network.subnet(subnetId);
        var isPublic = subnet.filter(RouteOffers::isOut).isPresent();
        if (isPublic && network.internetGatewayOpen()) {
            routes.close("internetGateway");
        } else if (isPublic) {
            routes.open("internetGateway");
        } else if (subnet.isPresent()) {
            routes.behind();
            routes.shut();
        }
        return routes.offers;
    }

    private static boolean isOut(Subnet subnet) {
        return subnet.publicRoute();
    }

    private void behind() {
        network.natGateways().stream()
                .filter(one -> one.open())
                .forEach(one -> close("natGateway/" + one.name()));
        network.endpoints().stream()
                .filter(one -> one.open())
                .forEach(one -> close("endpoint/" + one.service()));
    }

    private void shut() {
        network.natGateways().stream()
                .filter(one -> !one.open())
                .forEach(one -> open("natGateway/" + one.name()));
        network.endpoints().stream()
                .filter(one -> !one.open())
                .forEach(one -> open("endpoint/" + one.service()));
    }

    private void close(String route) {
        offers.add(
                new Act(
                        Phrase.of("offer.CloseRoute", "route", route),
                        new LabCapacity.LabCloseRoute(route),
                        Tone.BREAKS));
    }

    private void open(String route) {
        offers.add(
                new Act(
                        Phrase.of("offer.OpenRoute", "route", route),
                        new LabCapacity.LabOpenRoute(route),
                        Tone.MENDS));
    }
}
