package ecslab.ecs.model;

/// The wiring between a service and a target group, or a Classic Load Balancer.
///
/// @param loadBalancerName a Classic Load Balancer's; else empty
/// @param containerPort 1 to 65535
public record ServiceLoadBalancer(
        String targetGroupArn, String loadBalancerName, String containerName, int containerPort) {

    public ServiceLoadBalancer(String targetGroupArn, String containerName, int containerPort) {
        this(targetGroupArn, "", containerName, containerPort);
    }

    public ServiceLoadBalancer withTargetGroupArn(String next) {
        return new ServiceLoadBalancer(next, loadBalancerName, containerName, containerPort);
    }
}
