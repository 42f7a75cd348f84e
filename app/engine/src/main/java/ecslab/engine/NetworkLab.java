package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.LabCapacity.LabSecurityGroup;
import ecslab.ecs.command.LabCommand.LabNetwork;
import ecslab.ecs.event.Event.FaultChange;
import ecslab.ecs.event.Event.NetworkChange;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.NatGateway;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.SecurityGroup.Ingress;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;

/// The VPC: its subnets, the ways out of it, and who may come in where.
final class NetworkLab {

    private static final int ZONES_MAX = 6;
    private static final String INTERNET_GATEWAY = "internetGateway";
    private static final String NAT_GATEWAY = "natGateway/";
    private static final String ENDPOINT = "endpoint/";
    private static final String SECURITY_GROUP = "securityGroup/";
    private static final List<String> SERVICES =
            List.of("ecr.api", "ecr.dkr", "s3", "logs", "secretsmanager", "ssm", "ecs");

    private final Desk desk;
    private final Names names;

    NetworkLab(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    Response network(LabNetwork command, Runnable accepted) {
        var zones = command.availabilityZones();
        if (zones.isEmpty()
                || zones.size() > ZONES_MAX
                || !desk.state().network.subnets().isEmpty()) {
            throw ApiException.invalidParameter("/availabilityZones")
                    .because("A run has one network with 1 to " + ZONES_MAX + " zones.")
                    .remedy(Phrase.of("remedy.network"));
        }
        checkEndpoints(command.endpoints());
        accepted.run();
        var subnets = new ArrayList<Subnet>();
        var both = command.publicSubnets() && command.privateSubnets();
        if (command.publicSubnets() || !command.privateSubnets()) {
            addSubnets(subnets, zones, "", command.publicSubnets());
        }
        if (command.privateSubnets()) {
            addSubnets(subnets, zones, both ? "private-" : "", false);
        }
        var vpc = "vpc-0" + desk.ids().hex("ids/vpc");
        put(
                new Network(vpc, "10.0.0.0/16", List.copyOf(subnets))
                        .withNatGateways(gateways(subnets, command.natGateways()))
                        .withEndpoints(
                                command.endpoints().stream()
                                        .map(one ->
                                                new VpcEndpoint(
                                                        one,
                                                        "vpce-0" + desk.ids().hex("ids/endpoint"),
                                                        true))
                                        .toList()));
        return new EmptyResponse();
    }

    private void addSubnets(List<Subnet> to, List<String> zones, String prefix, boolean isPublic) {
        for (var i = 0; i < zones.size(); i++) {
            var id = "subnet-0" + desk.ids().hex("ids/subnet");
            var name = prefix + (char) ('a' + i);
            var cidr = "10.0." + (to.size() + 1) + ".0/24";
            to.add(new Subnet(name, id, zones.get(i), cidr, isPublic));
        }
    }

    private List<NatGateway> gateways(List<Subnet> subnets, List<String> asked) {
        var gateways = new ArrayList<NatGateway>();
        for (var name : asked) {
            subnets.stream()
                    .filter(subnet -> subnet.name().equals(name) && subnet.publicRoute())
                    .map(Subnet::subnetId)
                    .map(id -> new NatGateway(name, "nat-0" + desk.ids().hex("ids/nat"), id, true))
                    .forEach(gateways::add);
        }
        return List.copyOf(gateways);
    }

    private static void checkEndpoints(List<String> asked) {
        for (var service : asked) {
            if (!SERVICES.contains(service)) {
                throw ApiException.of("InvalidServiceName", "/endpoints")
                        .because("The Vpc Endpoint Service '" + service + "' does not exist")
                        .remedy(Phrase.of("remedy.endpoint", "known", String.join(", ", SERVICES)));
            }
        }
    }

    /// With the first group comes the VPC's default group, and from then on rules count.
    Response securityGroup(LabSecurityGroup command, Runnable accepted) {
        var rules = new ArrayList<Ingress>();
        for (var i = 0; i < command.ingress().size(); i++) {
            var rule = command.ingress().get(i);
            var field = "/ingress/" + i + "/from";
            var source =
                    rule.source().equals(SecurityGroup.ANYWHERE)
                            ? rule.source()
                            : names.securityGroup(rule.source(), field);
            rules.add(new Ingress(rule.fromPort(), rule.toPort(), source));
        }
        accepted.run();
        var groups = new ArrayList<>(desk.state().network.securityGroups());
        if (groups.isEmpty()) {
            var id = "sg-0" + desk.ids().hex("ids/securityGroup");
            groups.add(
                    new SecurityGroup(
                            SecurityGroup.DEFAULT, id, List.of(new Ingress(0, 65_535, id))));
        }
        var before = groups.stream().filter(one -> one.name().equals(command.name())).findFirst();
        if (before.isPresent()) {
            groups.set(groups.indexOf(before.get()), before.get().withIngress(rules));
        } else {
            var id = "sg-0" + desk.ids().hex("ids/securityGroup");
            groups.add(new SecurityGroup(command.name(), id, List.copyOf(rules)));
        }
        put(desk.state().network.withSecurityGroups(List.copyOf(groups)));
        return new EmptyResponse();
    }

    /// Closing a security group takes its rules away; opening it again gives them back.
    Response route(String route, boolean open, Runnable accepted) {
        var network = desk.state().network;
        var next = changed(network, route, open);
        if (next.equals(network)) {
            throw ApiException.invalidParameter("/route")
                    .because("No route '" + route + "' is " + (open ? "closed." : "open."))
                    .remedy(Phrase.of("remedy.route", "known", known(network)));
        }
        accepted.run();
        if (route.startsWith(SECURITY_GROUP)) {
            var name = route.substring(SECURITY_GROUP.length());
            if (open) {
                desk.state().closedGroups.remove(name);
            } else {
                network.securityGroups().stream()
                        .filter(one -> one.name().equals(name))
                        .forEach(one -> desk.state().closedGroups.put(name, one.ingress()));
            }
        }
        put(next);
        var fault = new Fault(Fault.Kind.CLOSED_ROUTE, route, "");
        desk.journal().report(new FaultChange(desk.now(), fault, !open));
        return new EmptyResponse();
    }

    private Network changed(Network network, String route, boolean open) {
        if (route.equals(INTERNET_GATEWAY)) {
            return network.withInternetGatewayOpen(open);
        }
        if (route.startsWith(NAT_GATEWAY)) {
            var name = route.substring(NAT_GATEWAY.length());
            return network.withNatGateways(
                    network.natGateways().stream()
                            .map(one -> one.name().equals(name) ? one.withOpen(open) : one)
                            .toList());
        }
        if (route.startsWith(ENDPOINT)) {
            var service = route.substring(ENDPOINT.length());
            return network.withEndpoints(
                    network.endpoints().stream()
                            .map(one -> one.service().equals(service) ? one.withOpen(open) : one)
                            .toList());
        }
        var name = route.startsWith(SECURITY_GROUP) ? route.substring(SECURITY_GROUP.length()) : "";
        return network.withSecurityGroups(
                network.securityGroups().stream()
                        .map(one ->
                                one.name().equals(name) ? one.withIngress(rules(one, open)) : one)
                        .toList());
    }

    private List<Ingress> rules(SecurityGroup group, boolean open) {
        return open
                ? desk.state().closedGroups.getOrDefault(group.name(), group.ingress())
                : List.of();
    }

    private static String known(Network network) {
        var known = new ArrayList<String>();
        known.add(INTERNET_GATEWAY);
        network.natGateways().forEach(one -> known.add(NAT_GATEWAY + one.name()));
        network.endpoints().forEach(one -> known.add(ENDPOINT + one.service()));
        network.securityGroups().forEach(one -> known.add(SECURITY_GROUP + one.name()));
        return String.join(", ", known);
    }

    private void put(Network network) {
        desk.state().network = network;
        desk.machines().network(network);
        desk.dataPlane().network(network);
        desk.journal().report(new NetworkChange(desk.now(), network));
    }
}
