package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.Response;
import ecslab.ecs.Response.ElbAttributesResponse;
import ecslab.ecs.Response.EmptyResponse;
import ecslab.ecs.Response.TargetGroupsResponse;
import ecslab.ecs.command.BalancingCommand.CreateTargetGroup;
import ecslab.ecs.command.BalancingCommand.DeleteTargetGroup;
import ecslab.ecs.command.BalancingCommand.DeregisterTargets;
import ecslab.ecs.command.BalancingCommand.HealthCheckInput;
import ecslab.ecs.command.BalancingCommand.ModifyTargetGroup;
import ecslab.ecs.command.BalancingCommand.ModifyTargetGroupAttributes;
import ecslab.ecs.command.BalancingCommand.RegisterTargets;
import ecslab.ecs.command.BalancingCommand.TargetDescription;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import java.time.Duration;
import java.util.List;

/// Target groups, and targets that somebody registers by hand.
final class TargetGroupApi {

    static final Duration INTERVAL = Duration.ofSeconds(30);
    static final int HEALTHY_THRESHOLD = 5;
    static final int UNHEALTHY_THRESHOLD = 2;

    /// As the User Guide gives it; the API model says 6.
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Duration NLB_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration NLB_HTTP_TIMEOUT = Duration.ofSeconds(6);
    private static final String NLB_MATCHER = "200-399";
    private static final int PORT_MAX = 65_535;
    private static final List<String> PROTOCOLS =
            List.of("HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP");

    private final Desk desk;
    private final BalancerNames names;
    private final Listeners listeners;
    private final Targets targets;

    TargetGroupApi(Desk desk, BalancerNames names, Listeners listeners, Targets targets) {
        this.desk = desk;
        this.names = names;
        this.listeners = listeners;
        this.targets = targets;
    }

    Response create(CreateTargetGroup command, Runnable accepted) {
        checkName(command.name());
        var protocol = command.protocol().orElse("");
        if (!PROTOCOLS.contains(protocol)) {
            throw RuleChecks.wrong(
                    "/Protocol", "A protocol must be specified", "remedy.targetGroup.protocol");
        }
        int port = command.port().orElse(0);
        if (port < 1 || port > PORT_MAX) {
            throw RuleChecks.wrong("/Port", "A port must be specified", "remedy.port");
        }
        var type = command.targetType().orElse("instance");
        if (!List.of("instance", "ip").contains(type)) {
            throw RuleChecks.wrong(
                    "/TargetType",
                    "Target type '" + type + "' is not one of instance, ip",
                    "remedy.wiring.type");
        }
        var check = with(usual(protocol), command.healthCheck());
        accepted.run();
        var group = make(command.name(), protocol, type, port, check);
        listeners.put(group);
        return new TargetGroupsResponse(List.of(group));
    }

    TargetGroup make(
            String name, String protocol, String type, int port, HealthCheckSettings check) {
        return new TargetGroup(
                name,
                desk.arns().targetGroup(name, desk.ids().hex("ids/targetGroup")),
                protocol,
                type,
                port,
                check,
                ElbAttributes.ofTargetGroup(protocol.startsWith(TargetGroup.HTTP)));
    }

    void checkName(String name) {
        if (desk.state().targetGroups.containsKey(name)) {
            throw ApiException.of("DuplicateTargetGroupName", "/Name")
                    .because(BalancerWords.taken("target group", name))
                    .remedy(Phrase.of("remedy.targetGroup.exists", "name", name));
        }
    }

    /// ELB's defaults. A Network Load Balancer only opens a connection, until somebody says
    /// otherwise.
    static HealthCheckSettings usual(String protocol) {
        return protocol.startsWith(TargetGroup.HTTP)
                ? new HealthCheckSettings(
                        TargetGroup.HTTP,
                        "/",
                        INTERVAL,
                        TIMEOUT,
                        HEALTHY_THRESHOLD,
                        UNHEALTHY_THRESHOLD,
                        "200")
                : new HealthCheckSettings(
                        HealthCheckSettings.TCP,
                        "",
                        INTERVAL,
                        NLB_TIMEOUT,
                        HEALTHY_THRESHOLD,
                        UNHEALTHY_THRESHOLD,
                        "");
    }

    private static HealthCheckSettings with(HealthCheckSettings usual, HealthCheckInput given) {
        var protocol = given.protocol().orElse(usual.protocol());
        var isHttp = protocol.startsWith(TargetGroup.HTTP);
        var turnsHttp = isHttp && usual.path().isEmpty();
        var timeout = turnsHttp ? NLB_HTTP_TIMEOUT : usual.timeout();
        int interval = given.intervalSeconds().orElse((int) usual.interval().toSeconds());
        int patience = given.timeoutSeconds().orElse((int) timeout.toSeconds());
        within("HealthCheckIntervalSeconds", interval, 5, 300);
        within("HealthCheckTimeoutSeconds", patience, 2, 120);
        if (patience >= interval) {
            throw RuleChecks.wrong(
                    "/HealthCheckTimeoutSeconds",
                    "Health check timeout '"
                            + patience
                            + "' must be smaller than the interval '"
                            + interval
                            + "'",
                    "remedy.healthCheck.timeout");
        }
        int healthy = given.healthyThresholdCount().orElse(usual.healthyThreshold());
        int unhealthy = given.unhealthyThresholdCount().orElse(usual.unhealthyThreshold());
        within("HealthyThresholdCount", healthy, 2, 10);
        within("UnhealthyThresholdCount", unhealthy, 2, 10);
        return new HealthCheckSettings(
                protocol,
                isHttp ? given.path().orElse(turnsHttp ? "/" : usual.path()) : "",
                Duration.ofSeconds(interval),
                Duration.ofSeconds(patience),
                healthy,
                unhealthy,
                isHttp
                        ? matcher(
                                given.httpCode().orElse(turnsHttp ? NLB_MATCHER : usual.matcher()))
                        : "");
    }

    private static void within(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw ApiException.of("ValidationError", "/" + field)
                    .because(BalancerWords.range(field, min, max, value))
                    .remedy(Phrase.of("remedy.oneOf", "known", min + " – " + max));
        }
    }

    private static String matcher(String written) {
        if (!written.matches("\\d{3}(-\\d{3})?(,\\d{3}(-\\d{3})?)*")) {
            throw RuleChecks.wrong(
                    "/Matcher/HttpCode",
                    "HttpCode '" + written + "' is not valid",
                    "remedy.matcher");
        }
        return written;
    }

    Response modify(ModifyTargetGroup command, Runnable accepted) {
        var group = names.targetGroup(command.targetGroupArn(), "/TargetGroupArn");
        var next = group.withHealthCheck(with(group.healthCheck(), command.healthCheck()));
        accepted.run();
        listeners.put(next);
        return new TargetGroupsResponse(List.of(next));
    }

    Response modify(ModifyTargetGroupAttributes command, Runnable accepted) {
        var group = names.targetGroup(command.targetGroupArn(), "/TargetGroupArn");
        AttributeRules.check(group.attributes(), command.attributes());
        accepted.run();
        var next = group.withAttributes(group.attributes().with(command.attributes()));
        listeners.put(next);
        return new ElbAttributesResponse(next.attributes());
    }

    Response delete(DeleteTargetGroup command, Runnable accepted) {
        var group = names.targetGroup(command.targetGroupArn(), "/TargetGroupArn");
        if (desk.state().isUsed(group.arn())) {
            throw ApiException.of("ResourceInUse", "/TargetGroupArn")
                    .because(BalancerWords.inUse(group))
                    .remedy(Phrase.of("remedy.targetGroup.used"));
        }
        accepted.run();
        listeners.delete(group);
        return new EmptyResponse();
    }

    Response register(RegisterTargets command, Runnable accepted) {
        var group = names.targetGroup(command.targetGroupArn(), "/TargetGroupArn");
        var ids = command.targets().stream().map(one -> id(group, one)).toList();
        accepted.run();
        ids.forEach(id -> targets.registerByHand(group, id));
        return new EmptyResponse();
    }

    Response deregister(DeregisterTargets command, Runnable accepted) {
        var group = names.targetGroup(command.targetGroupArn(), "/TargetGroupArn");
        var ids = command.targets().stream().map(one -> id(group, one)).toList();
        for (var id : ids) {
            if (!desk.state().targets.containsKey(id)) {
                throw invalid(id, "The following targets are not registered: " + id.address());
            }
        }
        accepted.run();
        ids.forEach(targets::deregisterByHand);
        return new EmptyResponse();
    }

    private TargetId id(TargetGroup group, TargetDescription given) {
        var address = names.names().plain(given.id(), "/Targets");
        var id = new TargetId(group.name(), address, given.port().orElse(group.port()));
        if (group.targetType().equals("ip")) {
            if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
                throw invalid(id, "The IP address '" + address + "' is not a valid IPv4 address");
            }
        } else if (!desk.state().instances.containsKey(address)) {
            throw invalid(id, "The following targets are not in a running state: " + address);
        }
        return id;
    }

    private static ApiException invalid(TargetId id, String message) {
        return ApiException.of("InvalidTarget", "/Targets")
                .because(message)
                .remedy(Phrase.of("remedy.target", "id", id.address()));
    }
}
