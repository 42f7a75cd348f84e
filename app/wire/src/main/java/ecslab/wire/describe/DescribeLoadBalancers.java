package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.state.ClusterState;

/// ELB's `DescribeLoadBalancers`, `DescribeListeners`, `DescribeTargetGroups` and
/// `DescribeTargetHealth`
final class DescribeLoadBalancers {

    private static final String PROTOCOL = "HTTP";

    private DescribeLoadBalancers() {}

    static ObjectNode loadBalancer(LoadBalancer balancer, Network network) {
        var json = Shape.object();
        json.put("LoadBalancerArn", balancer.arn());
        json.put("DNSName", balancer.dnsName());
        json.put("LoadBalancerName", balancer.name());
        json.put("Scheme", "internet-facing");
        Shape.text(json, "VpcId", network.vpcId());
        json.putObject("State").put("Code", "active");
        json.put("Type", "application");
        var zones = json.putArray("AvailabilityZones");
        for (var subnet : network.subnets()) {
            zones.addObject()
                    .put("ZoneName", subnet.availabilityZone())
                    .put("SubnetId", subnet.subnetId());
        }
        return json;
    }

    static ObjectNode listener(LoadBalancer balancer) {
        var json = Shape.object();
        json.put("LoadBalancerArn", balancer.arn());
        json.put("Port", balancer.listenerPort());
        json.put("Protocol", PROTOCOL);
        json.putArray("DefaultActions")
                .addObject()
                .put("Type", "forward")
                .put("TargetGroupArn", balancer.targetGroupArn());
        return json;
    }

    static ObjectNode targetGroup(TargetGroup group, ClusterState state) {
        var check = group.healthCheck();
        var json = Shape.object();
        json.put("TargetGroupArn", group.arn());
        json.put("TargetGroupName", group.name());
        json.put("Protocol", PROTOCOL);
        json.put("Port", group.port());
        Shape.text(json, "VpcId", state.network().vpcId());
        json.put("HealthCheckProtocol", PROTOCOL);
        json.put("HealthCheckPort", "traffic-port");
        json.put("HealthCheckEnabled", true);
        json.put("HealthCheckIntervalSeconds", check.interval().toSeconds());
        json.put("HealthCheckTimeoutSeconds", check.timeout().toSeconds());
        json.put("HealthyThresholdCount", check.healthyThreshold());
        json.put("UnhealthyThresholdCount", check.unhealthyThreshold());
        json.put("HealthCheckPath", check.path());
        json.putObject("Matcher").put("HttpCode", check.matcher());
        json.set(
                "LoadBalancerArns",
                Shape.texts(
                        state.loadBalancers().values().stream()
                                .filter(one -> one.targetGroupArn().equals(group.arn()))
                                .map(LoadBalancer::arn)
                                .toList()));
        json.put("TargetType", group.targetType());
        return json;
    }

    /// As `DescribeTargetGroupAttributes` has them.
    static ArrayNode attributes(TargetGroup group) {
        var attributes = Shape.array();
        attributes
                .addObject()
                .put("Key", "deregistration_delay.timeout_seconds")
                .put("Value", String.valueOf(group.deregistrationDelay().toSeconds()));
        return attributes;
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
