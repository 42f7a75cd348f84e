package ecslab.ecs.model;

/// The wiring between a service and a target group.
///
/// @param containerPort 1 to 65535
public record ServiceLoadBalancer(String targetGroupArn, String containerName, int containerPort) {}
