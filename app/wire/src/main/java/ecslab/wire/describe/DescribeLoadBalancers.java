package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.Response;
import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.output.RuleJson;
import java.util.List;

/// ELB's `DescribeLoadBalancers`, `DescribeListeners`, `DescribeRules`, `DescribeTargetGroups` and
/// `DescribeTargetHealth`
final class DescribeLoadBalancers {

    private DescribeLoadBalancers() {}

    static ObjectNode response(Response.Balancing response, ClusterState state) {
        var json = Shape.object();
        switch (response) {
            case Response.LoadBalancersResponse(var all) -> {
                var items = json.putArray("LoadBalancers");
                all.forEach(one -> items.add(loadBalancer(one, state)));
            }
            case Response.ListenersResponse(var all) -> {
                var items = json.putArray("Listeners");
                all.forEach(one -> items.add(listener(one, state)));
            }
            case Response.RulesResponse(var all) -> {
                var items = json.putArray("Rules");
                all.forEach(one -> items.add(rule(one)));
            }
            case Response.TargetGroupsResponse(var all) -> {
                var items = json.putArray("TargetGroups");
                all.forEach(one -> items.add(targetGroup(one, state)));
            }
            case Response.ElbAttributesResponse(var attributes) ->
                    json.set("Attributes", attributes(attributes));
            case Response.DescribeTargetHealthResponse(var all) -> {
                var items = json.putArray("TargetHealthDescriptions");
                all.forEach(one -> items.add(target(one)));
            }
        }
        return json;
    }

    static ObjectNode loadBalancer(LoadBalancer balancer, ClusterState state) {
        var network = state.network();
        var json = Shape.object();
        json.put("LoadBalancerArn", balancer.arn());
        json.put("DNSName", balancer.dnsName());
        json.put("LoadBalancerName", balancer.name());
        json.put("Scheme", balancer.scheme());
        Shape.text(json, "VpcId", network.vpcId());
        json.putObject("State").put("Code", "active");
        json.put("Type", balancer.type().printed());
        var zones = json.putArray("AvailabilityZones");
        for (var id : balancer.subnets()) {
            network.subnet(id)
                    .ifPresent(subnet ->
                            zones.addObject()
                                    .put("ZoneName", subnet.availabilityZone())
                                    .put("SubnetId", subnet.subnetId()));
        }
        if (!balancer.securityGroups().isEmpty()) {
            json.set("SecurityGroups", Shape.texts(balancer.securityGroups()));
        }
        return json;
    }

    static ObjectNode listener(Listener listener, ClusterState state) {
        var json = Shape.object();
        json.put("ListenerArn", listener.arn());
        var balancer = state.loadBalancers().get(listener.loadBalancer());
        if (balancer != null) {
            json.put("LoadBalancerArn", balancer.arn());
        }
        json.put("Port", listener.port());
        json.put("Protocol", listener.protocol());
        json.set("DefaultActions", RuleJson.actions(List.of(listener.defaultRule().action())));
        return json;
    }

    static ArrayNode rules(Listener listener) {
        var rules = Shape.array();
        listener.rules().forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private static ObjectNode rule(ListenerRule rule) {
        var json = Shape.object();
        json.put("RuleArn", rule.arn());
        json.put("Priority", rule.printedPriority());
        json.set("Conditions", RuleJson.conditions(rule.conditions()));
        json.set("Actions", RuleJson.actions(List.of(rule.action())));
        json.put("IsDefault", rule.isDefault());
        return json;
    }

    static ObjectNode targetGroup(TargetGroup group, ClusterState state) {
        var check = group.healthCheck();
        var json = Shape.object();
        json.put("TargetGroupArn", group.arn());
        json.put("TargetGroupName", group.name());
        json.put("Protocol", group.protocol());
        json.put("Port", group.port());
        Shape.text(json, "VpcId", state.network().vpcId());
        json.put("HealthCheckProtocol", check.protocol());
        json.put("HealthCheckPort", "traffic-port");
        json.put("HealthCheckEnabled", true);
        json.put("HealthCheckIntervalSeconds", check.interval().toSeconds());
        json.put("HealthCheckTimeoutSeconds", check.timeout().toSeconds());
        json.put("HealthyThresholdCount", check.healthyThreshold());
        json.put("UnhealthyThresholdCount", check.unhealthyThreshold());
        Shape.text(json, "HealthCheckPath", check.path());
        if (!check.matcher().isEmpty()) {
            json.putObject("Matcher").put("HttpCode", check.matcher());
        }
        json.set(
                "LoadBalancerArns",
                Shape.texts(
                        state.balancing().loadBalancersOf(group).stream()
                                .map(LoadBalancer::arn)
                                .toList()));
        json.put("TargetType", group.targetType());
        return json;
    }

    /// As `DescribeTargetGroupAttributes` and `DescribeLoadBalancerAttributes` have them.
    static ArrayNode attributes(ElbAttributes attributes) {
        var items = Shape.array();
        attributes
                .values()
                .forEach((key, value) -> items.addObject().put("Key", key).put("Value", value));
        return items;
    }

    static ArrayNode targetHealth(TargetGroup group, ClusterState state) {
        var descriptions = Shape.array();
        for (var target : state.targets().values()) {
            if (target.id().targetGroup().equals(group.name())) {
                descriptions.add(target(target));
            }
        }
        return descriptions;
    }

    private static ObjectNode target(Target target) {
        var json = Shape.object();
        var id = json.putObject("Target");
        id.put("Id", target.id().address());
        id.put("Port", target.id().port());
        Shape.text(id, "AvailabilityZone", target.availabilityZone());
        json.put("HealthCheckPort", String.valueOf(target.id().port()));
        var health = json.putObject("TargetHealth").put("State", target.state().printed());
        Shape.text(health, "Reason", target.reason());
        Shape.text(health, "Description", target.description());
        return json;
    }
}
