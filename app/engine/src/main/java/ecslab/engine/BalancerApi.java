package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.ElbAttributesResponse;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.Response.ListenersResponse;
import ecslab.ecs.Response.LoadBalancersResponse;
import ecslab.ecs.command.BalancingCommand.CreateListener;
import ecslab.ecs.command.BalancingCommand.CreateLoadBalancer;
import ecslab.ecs.command.BalancingCommand.DeleteListener;
import ecslab.ecs.command.BalancingCommand.DeleteLoadBalancer;
import ecslab.ecs.command.BalancingCommand.ModifyListener;
import ecslab.ecs.command.BalancingCommand.ModifyLoadBalancerAttributes;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Load balancers and listeners.
final class BalancerApi {

    private static final Pattern NAME =
            Pattern.compile("(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
    private static final int NAME_MAX = 32;
    private static final int PORT_MAX = 65_535;
    private static final int ZONES_MIN = 2;
    private static final List<String> HTTP = List.of("HTTP", "HTTPS");
    private static final List<String> LAYER_4 = List.of("TCP", "TLS", "UDP", "TCP_UDP");

    private final Desk desk;
    private final BalancerNames names;
    private final RuleChecks checks;
    private final Listeners listeners;

    BalancerApi(Desk desk, BalancerNames names, RuleChecks checks, Listeners listeners) {
        this.desk = desk;
        this.names = names;
        this.checks = checks;
        this.listeners = listeners;
    }

    Response create(CreateLoadBalancer command, Runnable accepted) {
        var type = type(command.type().orElse(LoadBalancer.Type.APPLICATION.printed()));
        checkName(command.name());
        var subnets = subnets(command.subnets(), type);
        var groups = names.names().securityGroups(command.securityGroups(), "/SecurityGroups");
        var scheme = command.scheme().orElse(LoadBalancer.INTERNET_FACING);
        if (!List.of(LoadBalancer.INTERNET_FACING, "internal").contains(scheme)) {
            throw ApiException.of("InvalidScheme", "/Scheme")
                    .because(BalancerWords.scheme(scheme))
                    .remedy(Phrase.of("remedy.scheme"));
        }
        accepted.run();
        var balancer = make(command.name(), type, scheme, subnets, groups);
        listeners.put(balancer);
        return new LoadBalancersResponse(List.of(balancer));
    }

    LoadBalancer make(
            String name,
            LoadBalancer.Type type,
            String scheme,
            List<String> subnets,
            List<String> groups) {
        var dns =
                (name + "-" + desk.ids().below(1_000_000_000, "ids/dns")).toLowerCase(Locale.ROOT)
                        + "."
                        + desk.arns().region()
                        + ".elb.amazonaws.com";
        var hex = desk.ids().hex("ids/loadBalancer");
        var arn =
                switch (type) {
                    case APPLICATION -> desk.arns().loadBalancer(name, hex);
                    case NETWORK -> desk.arns().networkLoadBalancer(name, hex);
                    case CLASSIC -> desk.arns().classicLoadBalancer(name);
                };
        return new LoadBalancer(
                name, arn, dns, type, scheme, subnets, groups, ElbAttributes.ofLoadBalancer(type));
    }

    private static LoadBalancer.Type type(String printed) {
        return Stream.of(LoadBalancer.Type.APPLICATION, LoadBalancer.Type.NETWORK)
                .filter(one -> one.printed().equals(printed))
                .findFirst()
                .orElseThrow(() ->
                        RuleChecks.wrong(
                                "/Type",
                                "'" + printed + "' is not a supported load balancer type",
                                "remedy.loadBalancer.type"));
    }

    void checkName(String name) {
        if (name.length() > NAME_MAX || !NAME.matcher(name).matches()) {
            throw RuleChecks.wrong(
                    "/Name",
                    "The load balancer name '"
                            + name
                            + "' can only contain characters that are alphanumeric characters and"
                            + " hyphens(-)",
                    "remedy.loadBalancer.name");
        }
        if (desk.state().loadBalancers.containsKey(name)) {
            throw ApiException.of("DuplicateLoadBalancerName", "/Name")
                    .because(BalancerWords.taken("load balancer", name))
                    .remedy(Phrase.of("remedy.loadBalancer.exists", "name", name));
        }
    }

    /// An Application Load Balancer needs subnets in two Availability Zones, and takes one of each.
    private List<String> subnets(List<String> given, LoadBalancer.Type type) {
        var found = new ArrayList<Subnet>();
        for (var i = 0; i < given.size(); i++) {
            found.add(subnet(given.get(i), "/Subnets/" + i));
        }
        var zones = found.stream().map(Subnet::availabilityZone).distinct().count();
        if (zones < found.size()) {
            throw ApiException.of("InvalidConfigurationRequest", "/Subnets")
                    .because(BalancerWords.SAME_ZONE)
                    .remedy(Phrase.of("remedy.subnets.zones"));
        }
        if (zones < (type == LoadBalancer.Type.APPLICATION ? ZONES_MIN : 1)) {
            throw RuleChecks.wrong(
                    "/Subnets",
                    "At least two subnets in two different Availability Zones must be specified",
                    "remedy.subnets.zones");
        }
        return found.stream().map(Subnet::subnetId).toList();
    }

    private Subnet subnet(String given, String field) {
        var id = names.names().plain(given, field);
        return desk.state()
                .network
                .subnet(id)
                .orElseThrow(() ->
                        ApiException.of("SubnetNotFound", field)
                                .because(BalancerWords.noSubnet(id))
                                .remedy(
                                        Phrase.of(
                                                "remedy.subnet",
                                                "known",
                                                Names.list(
                                                        desk.state().network.subnets().stream()
                                                                .map(s ->
                                                                        "${subnet/"
                                                                                + s.name()
                                                                                + "}")
                                                                .toList()))));
    }

    Response delete(DeleteLoadBalancer command, Runnable accepted) {
        var balancer = names.loadBalancer(command.loadBalancerArn(), "/LoadBalancerArn");
        if (balancer.attributes().isOn("deletion_protection.enabled")) {
            throw ApiException.of("OperationNotPermitted", "/LoadBalancerArn")
                    .because(BalancerWords.deletionProtected(balancer))
                    .remedy(Phrase.of("remedy.loadBalancer.protected"));
        }
        accepted.run();
        listeners.delete(balancer);
        return new EmptyResponse();
    }

    Response modify(ModifyLoadBalancerAttributes command, Runnable accepted) {
        var balancer = names.loadBalancer(command.loadBalancerArn(), "/LoadBalancerArn");
        AttributeRules.check(balancer.attributes(), command.attributes());
        accepted.run();
        var next = balancer.withAttributes(balancer.attributes().with(command.attributes()));
        listeners.put(next);
        return new ElbAttributesResponse(next.attributes());
    }

    Response createListener(CreateListener command, Runnable accepted) {
        var balancer = names.loadBalancer(command.loadBalancerArn(), "/LoadBalancerArn");
        var port = port(balancer, command.port().orElse(0), Optional.empty());
        var protocol = protocol(balancer, command.protocol().orElse(""));
        var action = checks.action(balancer, command.defaultActions(), "/DefaultActions");
        accepted.run();
        var arn = Arns.listener(balancer.arn(), desk.ids().hex("ids/listener"));
        var listener =
                new Listener(
                        arn,
                        balancer.name(),
                        port,
                        protocol,
                        List.of(listeners.defaultRule(arn, action)));
        listeners.put(listener);
        return new ListenersResponse(List.of(listener));
    }

    private int port(LoadBalancer balancer, int port, Optional<Listener> own) {
        if (port < 1 || port > PORT_MAX) {
            throw RuleChecks.wrong("/Port", "A listener port must be specified", "remedy.port");
        }
        var taken =
                desk.state().listeners.values().stream()
                        .filter(one -> one.loadBalancer().equals(balancer.name()))
                        .filter(one -> own.isEmpty() || !own.get().arn().equals(one.arn()))
                        .anyMatch(one -> one.port() == port);
        if (taken) {
            throw ApiException.of("DuplicateListener", "/Port")
                    .because(BalancerWords.portTaken(balancer))
                    .remedy(Phrase.of("remedy.listener.port", "port", port));
        }
        return port;
    }

    private static String protocol(LoadBalancer balancer, String given) {
        var known = balancer.type() == LoadBalancer.Type.NETWORK ? LAYER_4 : HTTP;
        if (!known.contains(given)) {
            throw ApiException.of("UnsupportedProtocol", "/Protocol")
                    .because(BalancerWords.listenerProtocol(given, known))
                    .remedy(Phrase.of("remedy.listener.protocol", "known", Names.list(known)));
        }
        return given;
    }

    Response modifyListener(ModifyListener command, Runnable accepted) {
        var listener = names.listener(command.listenerArn(), "/ListenerArn");
        var balancer = names.loadBalancerNamed(listener.loadBalancer(), "/ListenerArn");
        int port = port(balancer, command.port().orElse(listener.port()), Optional.of(listener));
        var protocol = protocol(balancer, command.protocol().orElse(listener.protocol()));
        var next = listener.withPort(port, protocol);
        if (!command.defaultActions().isEmpty()) {
            var action = checks.action(balancer, command.defaultActions(), "/DefaultActions");
            next = next.with(listener.defaultRule().withAction(action));
        }
        accepted.run();
        listeners.put(next);
        return new ListenersResponse(List.of(next));
    }

    Response deleteListener(DeleteListener command, Runnable accepted) {
        var listener = names.listener(command.listenerArn(), "/ListenerArn");
        accepted.run();
        listeners.delete(listener);
        return new EmptyResponse();
    }
}
