package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.LabCommand.LabLoadBalancer;
import ecslab.ecs.command.LabCommand.LabSendRequests;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.TargetGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// The lab's own commands: each stands for what takes many API calls and isn't the topic.
final class LabApi {

    private static final int REQUESTS_MAX = 100;

    private final Desk desk;
    private final Names names;
    private final BalancingApi balancing;
    private final Listeners listeners;

    LabApi(Desk desk, Names names, BalancingApi balancing, Listeners listeners) {
        this.desk = desk;
        this.names = names;
        this.balancing = balancing;
        this.listeners = listeners;
    }

    Response loadBalancer(LabLoadBalancer command, Runnable accepted) {
        var name = command.name();
        if (desk.state().loadBalancers.containsKey(name)
                || desk.state().targetGroups.containsKey(command.targetGroup())) {
            throw ApiException.of("DuplicateLoadBalancerName", "/name")
                    .because(
                            "A load balancer with the same name '"
                                    + name
                                    + "' exists, but with different settings")
                    .remedy(Phrase.of("remedy.loadBalancer.exists", "name", name));
        }
        checkSpan("healthCheckInterval", command.healthCheckInterval(), 5, 300);
        checkSpan("deregistrationDelay", command.deregistrationDelay(), 0, 3_600);
        var securityGroups = names.securityGroups(command.securityGroups(), "/securityGroups");
        var type = type(command);
        accepted.run();
        var protocol =
                type == LoadBalancer.Type.NETWORK ? HealthCheckSettings.TCP : TargetGroup.HTTP;
        var group = targetGroup(command, protocol);
        var balancer =
                balancing
                        .balancers()
                        .make(
                                name,
                                type,
                                LoadBalancer.INTERNET_FACING,
                                oneSubnetAZone(),
                                securityGroups);
        var arn = Arns.listener(balancer.arn(), desk.ids().hex("ids/listener"));
        var action = RuleAction.Forward.to(group.arn());
        listeners.put(group);
        listeners.put(balancer);
        listeners.put(
                new Listener(
                        arn,
                        name,
                        command.listener(),
                        protocol,
                        List.of(listeners.defaultRule(arn, action))));
        return new EmptyResponse();
    }

    private static LoadBalancer.Type type(LabLoadBalancer command) {
        var printed = command.type().orElse(LoadBalancer.Type.APPLICATION.printed());
        return Stream.of(LoadBalancer.Type.values())
                .filter(one -> one.printed().equals(printed))
                .findFirst()
                .orElseThrow(() ->
                        RuleChecks.wrong(
                                "/type",
                                "'" + printed + "' is not a supported load balancer type",
                                "remedy.loadBalancer.type"));
    }

    /// A node stands in one subnet of each Availability Zone.
    private List<String> oneSubnetAZone() {
        var byZone = new LinkedHashMap<String, String>();
        for (var subnet : desk.state().network.subnets()) {
            byZone.putIfAbsent(subnet.availabilityZone(), subnet.subnetId());
        }
        return List.copyOf(byZone.values());
    }

    /// The bounds are ELB's.
    private static void checkSpan(
            String field, Given<Duration> given, int secondsMin, int secondsMax) {
        var span = given.orElse(Duration.ofSeconds(secondsMin));
        var tooShort = span.compareTo(Duration.ofSeconds(secondsMin)) < 0;
        if (tooShort || span.compareTo(Duration.ofSeconds(secondsMax)) > 0) {
            throw ApiException.of("ValidationError", "/targetGroup/" + field)
                    .because(field + " must be " + secondsMin + " to " + secondsMax + " seconds.")
                    .remedy(Phrase.of("remedy.span", "min", secondsMin, "max", secondsMax));
        }
    }

    Response sendRequests(LabSendRequests command, Runnable accepted) {
        var balancer = desk.state().loadBalancers.get(command.loadBalancer());
        if (balancer == null) {
            throw ApiException.of("LoadBalancerNotFound", "/to")
                    .because("Load balancer '" + command.loadBalancer() + "' not found")
                    .remedy(
                            Misspelt.remedy(
                                    command.loadBalancer(),
                                    desk.state().loadBalancers.keySet(),
                                    "remedy.loadBalancer"));
        }
        if (command.count() < 1 || command.count() > REQUESTS_MAX) {
            throw ApiException.invalidParameter("/count")
                    .because("Count must be 1 to " + REQUESTS_MAX + ".")
                    .remedy(Phrase.of("remedy.requests", "max", REQUESTS_MAX));
        }
        accepted.run();
        desk.dataPlane().send(balancer, command.path(), command.count());
        return new EmptyResponse();
    }

    private TargetGroup targetGroup(LabLoadBalancer command, String protocol) {
        var usual = TargetGroupApi.usual(protocol);
        var path = command.healthCheckPath().orElse(usual.path());
        var byPath = usual.path().isEmpty() && !path.isEmpty();
        var check =
                new HealthCheckSettings(
                        byPath ? TargetGroup.HTTP : usual.protocol(),
                        path,
                        command.healthCheckInterval().orElse(usual.interval()),
                        usual.timeout(),
                        usual.healthyThreshold(),
                        command.unhealthyThreshold().orElse(usual.unhealthyThreshold()),
                        byPath ? "200-399" : usual.matcher());
        var group =
                balancing
                        .groups()
                        .make(
                                command.targetGroup(),
                                protocol,
                                command.targetType(),
                                command.port(),
                                check);
        return command.deregistrationDelay() instanceof Given.Value<Duration>(var delay)
                ? group.withAttributes(
                        group.attributes()
                                .with(ElbAttributes.DEREGISTRATION_DELAY, delay.toSeconds()))
                : group;
    }
}
