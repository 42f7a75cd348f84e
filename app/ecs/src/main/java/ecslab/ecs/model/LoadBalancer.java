package ecslab.ecs.model;

import java.util.List;

/// An Application Load Balancer with one listener.
///
/// @param listenerPort 1 to 65535
/// @param targetGroupArn where its default rule forwards to
/// @param securityGroups ids; none while the network filters nothing
public record LoadBalancer(
        String name,
        String arn,
        String dnsName,
        int listenerPort,
        String targetGroupArn,
        List<String> securityGroups) {}
