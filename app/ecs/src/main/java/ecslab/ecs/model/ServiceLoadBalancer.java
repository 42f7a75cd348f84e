package ecslab.ecs.model;

/// Which container and port of a service's tasks a target group, or a Classic Load Balancer, gets.
///
/// @param loadBalancerName a Classic Load Balancer's; else empty
/// @param containerPort 1 to 65535
/// @param advanced the other target group, for deployments that shift traffic
public record ServiceLoadBalancer(
        String targetGroupArn,
        String loadBalancerName,
        String containerName,
        int containerPort,
        Advanced advanced) {

    public ServiceLoadBalancer(String targetGroupArn, String containerName, int containerPort) {
        this(targetGroupArn, "", containerName, containerPort, Advanced.NONE);
    }

    /// `advancedConfiguration`
    ///
    /// @param alternateTargetGroupArn where the tasks of every other deployment go
    /// @param productionListenerRule the ARN of the rule whose weights are shifted
    /// @param testListenerRule may be empty
    /// @param roleArn as whom ECS changes the rules
    public record Advanced(
            String alternateTargetGroupArn,
            String productionListenerRule,
            String testListenerRule,
            String roleArn) {

        public static final Advanced NONE = new Advanced("", "", "", "");

        public boolean isGiven() {
            return !equals(NONE);
        }
    }

    public ServiceLoadBalancer withTargetGroupArn(String next) {
        return new ServiceLoadBalancer(
                next, loadBalancerName, containerName, containerPort, advanced);
    }
}
