package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.List;

/// What a deployment runs, as DescribeServiceRevisions shows it. It never changes.
///
/// @param id the 19 digits that its deployment has as well
/// @param capacityProviderStrategy empty for a service with a launch type
/// @param loadBalancers as the service has them
/// @param targetGroupArns where its tasks are registered; one for each of `loadBalancers`
/// @param unmodelled what else a deployment keeps, such as `platformVersion`
public record ServiceRevision(
        String id,
        ServiceName service,
        TaskDefinitionName taskDefinition,
        LaunchType launchType,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        AwsVpcConfiguration network,
        List<ServiceLoadBalancer> loadBalancers,
        List<String> targetGroupArns,
        SimInstant createdAt,
        Unmodelled unmodelled) {

    /// The load balancers with the target groups that its tasks are registered in.
    public List<ServiceLoadBalancer> wiring() {
        var wiring = new java.util.ArrayList<ServiceLoadBalancer>();
        for (var i = 0; i < loadBalancers.size(); i++) {
            wiring.add(loadBalancers.get(i).withTargetGroupArn(targetGroupArns.get(i)));
        }
        return List.copyOf(wiring);
    }

    /// Such as `ecs-svc/1234567890123456789`.
    public String deploymentId() {
        return Deployment.ID_PREFIX + id;
    }
}
