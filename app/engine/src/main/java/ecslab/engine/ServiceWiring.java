package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.ServiceLoadBalancer.Advanced;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/// Checks that a service's load balancers and its revision fit together.
final class ServiceWiring {

    private static final int TARGET_GROUPS_MAX = 5;

    private static final String ADVANCED = "/advancedConfiguration";

    private final Desk desk;
    private final Names names;

    ServiceWiring(Desk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    /// The wiring with every `${targetGroup/…}` replaced by its ARN.
    List<ServiceLoadBalancer> check(
            List<ServiceLoadBalancer> given,
            TaskDefinition definition,
            DeploymentStrategy strategy) {
        if (given.size() > TARGET_GROUPS_MAX) {
            throw ApiException.invalidParameter("/loadBalancers")
                    .because(OurWords.atMost("loadBalancers", TARGET_GROUPS_MAX))
                    .remedy(Phrase.of("remedy.wiring.count", "max", TARGET_GROUPS_MAX));
        }
        if (given.size() > 1 && given.stream().anyMatch(one -> one.targetGroupArn().isEmpty())) {
            throw ApiException.invalidParameter("/loadBalancers")
                    .because(BalancerWords.CLASSIC_ALONE)
                    .remedy(Phrase.of("remedy.wiring.classic.one"));
        }
        var checked = new ArrayList<ServiceLoadBalancer>();
        for (var i = 0; i < given.size(); i++) {
            var field = "/loadBalancers/" + i;
            var one = check(given.get(i), definition, field);
            checked.add(one.advanced().isGiven() ? resolved(one, field + ADVANCED) : one);
        }
        if (strategy.shiftsTraffic()
                && checked.stream().noneMatch(one -> one.advanced().isGiven())) {
            throw ApiException.invalidParameter("/loadBalancers")
                    .because(BalancerWords.advancedRequired(strategy))
                    .remedy(Phrase.of("remedy.wiring.advanced"));
        }
        return List.copyOf(checked);
    }

    /// With every selector replaced by its ARN.
    private ServiceLoadBalancer resolved(ServiceLoadBalancer asked, String field) {
        var advanced = asked.advanced();
        var other =
                names.targetGroup(
                        advanced.alternateTargetGroupArn(), field + "/alternateTargetGroupArn");
        if (other.arn().equals(asked.targetGroupArn())) {
            throw ApiException.invalidParameter(field + "/alternateTargetGroupArn")
                    .because(BalancerWords.SAME_GROUP)
                    .remedy(Phrase.of("remedy.wiring.advanced"));
        }
        var production = rule(advanced.productionListenerRule(), field + "/productionListenerRule");
        var test =
                advanced.testListenerRule().isEmpty()
                        ? ""
                        : rule(advanced.testListenerRule(), field + "/testListenerRule");
        if (advanced.roleArn().isEmpty()) {
            throw ApiException.invalidParameter(field + "/roleArn")
                    .because(BalancerWords.NO_ROLE)
                    .remedy(Phrase.of("remedy.wiring.advanced"));
        }
        return new ServiceLoadBalancer(
                asked.targetGroupArn(),
                asked.loadBalancerName(),
                asked.containerName(),
                asked.containerPort(),
                new Advanced(
                        other.arn(),
                        production,
                        test,
                        names.plain(advanced.roleArn(), field + "/roleArn")));
    }

    /// A rule that forwards; a listener's ARN stands for its default rule.
    private String rule(String given, String field) {
        var arn = given.isEmpty() ? "" : names.plain(given, field);
        for (var listener : desk.state().listeners.values()) {
            for (var rule : listener.rules()) {
                var meant =
                        rule.arn().equals(arn) || (rule.isDefault() && listener.arn().equals(arn));
                if (meant && rule.action() instanceof RuleAction.Forward) {
                    return arn;
                }
            }
        }
        throw ApiException.invalidParameter(field)
                .because(BalancerWords.noForwardingRule(arn))
                .remedy(Phrase.of("remedy.wiring.advanced"));
    }

    private ServiceLoadBalancer check(
            ServiceLoadBalancer asked, TaskDefinition definition, String field) {
        var group = group(asked, definition, field);
        var container =
                definition.containerDefinitions().stream()
                        .filter(c -> c.name().equals(asked.containerName()))
                        .findFirst()
                        .orElseThrow(() -> noSuchContainer(asked, definition, field));
        var port =
                container.portMappings().stream()
                        .anyMatch(p -> p.containerPort() == asked.containerPort());
        if (!port) {
            throw ApiException.invalidParameter(field + "/containerPort")
                    .because(
                            "The container "
                                    + asked.containerName()
                                    + " did not have a container port "
                                    + asked.containerPort()
                                    + " defined.")
                    .remedy(Phrase.of("remedy.wiring.port", "ports", ports(container)));
        }
        var awsvpc = definition.networkMode() == NetworkMode.AWSVPC;
        if (awsvpc != "ip".equals(group.targetType())) {
            throw ApiException.invalidParameter(field + "/targetGroupArn")
                    .because(
                            "The provided target group "
                                    + group.arn()
                                    + " has target type "
                                    + group.targetType()
                                    + ", which is incompatible with the "
                                    + definition.networkMode().printed()
                                    + " network mode specified in the task definition.")
                    .remedy(Phrase.of("remedy.wiring.type"));
        }
        if (!desk.state().isUsed(group.arn())) {
            throw ApiException.invalidParameter(field + "/targetGroupArn")
                    .because(
                            "The target group with targetGroupArn "
                                    + group.arn()
                                    + " does not have an associated load balancer.")
                    .remedy(Phrase.of("remedy.wiring.balancer"));
        }
        return asked.withTargetGroupArn(group.arn());
    }

    /// A Classic Load Balancer knows no target groups: what stands for one is called as it is.
    private TargetGroup group(ServiceLoadBalancer asked, TaskDefinition definition, String field) {
        if (asked.loadBalancerName().isEmpty()) {
            return names.targetGroup(asked.targetGroupArn(), field + "/targetGroupArn");
        }
        var name = asked.loadBalancerName();
        var balancer = desk.state().loadBalancers.get(name);
        if (balancer == null || balancer.type() != LoadBalancer.Type.CLASSIC) {
            throw ApiException.invalidParameter(field + "/loadBalancerName")
                    .because(BalancerWords.noClassic(name))
                    .remedy(Phrase.of("remedy.wiring.classic"));
        }
        if (definition.networkMode() == NetworkMode.AWSVPC) {
            throw ApiException.invalidParameter(field + "/loadBalancerName")
                    .because(BalancerWords.CLASSIC_IN_AWSVPC)
                    .remedy(Phrase.of("remedy.wiring.classic.awsvpc"));
        }
        checkStaticPort(asked, definition, field);
        var arn =
                desk.state().listeners.values().stream()
                        .filter(one -> one.loadBalancer().equals(name))
                        .flatMap(one -> one.targetGroupArns().stream())
                        .findFirst()
                        .orElse("");
        return names.targetGroup(arn, field + "/loadBalancerName");
    }

    private static void checkStaticPort(
            ServiceLoadBalancer asked, TaskDefinition definition, String field) {
        var dynamic =
                definition.networkMode() == NetworkMode.BRIDGE
                        && definition.containerDefinitions().stream()
                                .filter(one -> one.name().equals(asked.containerName()))
                                .flatMap(one -> one.portMappings().stream())
                                .anyMatch(p ->
                                        p.containerPort() == asked.containerPort()
                                                && p.hostPort() == 0);
        if (dynamic) {
            throw ApiException.invalidParameter(field + "/containerPort")
                    .because(BalancerWords.CLASSIC_PORT)
                    .remedy(Phrase.of("remedy.wiring.classic.port"));
        }
    }

    private static ApiException noSuchContainer(
            ServiceLoadBalancer asked, TaskDefinition definition, String field) {
        var known =
                definition.containerDefinitions().stream().map(ContainerDefinition::name).toList();
        return ApiException.invalidParameter(field + "/containerName")
                .because(
                        "The container "
                                + asked.containerName()
                                + " does not exist in the task definition.")
                .remedy(Misspelt.remedy(asked.containerName(), known, "remedy.wiring.container"));
    }

    private static String ports(ContainerDefinition container) {
        var ports =
                container.portMappings().stream()
                        .map(p -> Integer.toString(p.containerPort()))
                        .toList();
        return ports.isEmpty() ? "-" : String.join(", ", ports);
    }
}
