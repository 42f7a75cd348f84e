package ecslab.ecs.model;

/// An Application Load Balancer with one listener.
///
/// @param listenerPort 1 to 65535
/// @param targetGroupArn where its default rule forwards to
public record LoadBalancer(
        String name, String arn, String dnsName, int listenerPort, String targetGroupArn) {}
