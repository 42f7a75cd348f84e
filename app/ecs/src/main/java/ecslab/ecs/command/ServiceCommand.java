package ecslab.ecs.command;

import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.DeploymentConfiguration;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about services.
public sealed interface ServiceCommand extends Command {

    /// `ecs:CreateService`
    ///
    /// @param healthCheckGracePeriodSeconds ECS's default is 0
    record CreateService(
            Given<String> cluster,
            String serviceName,
            Given<String> taskDefinition,
            Given<Integer> desiredCount,
            Given<String> launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<AwsVpcConfiguration> networkConfiguration,
            List<ServiceLoadBalancer> loadBalancers,
            Given<Integer> healthCheckGracePeriodSeconds,
            Given<DeploymentConfiguration> deploymentConfiguration,
            SchedulingInput scheduling,
            Unmodelled unmodelled)
            implements ServiceCommand {}

    /// `ecs:UpdateService`: what is not given stays as it is.
    record UpdateService(
            Given<String> cluster,
            String service,
            Given<Integer> desiredCount,
            Given<String> taskDefinition,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<Boolean> forceNewDeployment,
            SchedulingInput scheduling,
            Unmodelled unmodelled)
            implements ServiceCommand {

        /// One that leaves placement as it is.
        public UpdateService(
                Given<String> cluster,
                String service,
                Given<Integer> desiredCount,
                Given<String> taskDefinition,
                List<CapacityProviderStrategyItem> capacityProviderStrategy,
                Given<Boolean> forceNewDeployment,
                Unmodelled unmodelled) {
            this(
                    cluster,
                    service,
                    desiredCount,
                    taskDefinition,
                    capacityProviderStrategy,
                    forceNewDeployment,
                    SchedulingInput.NOTHING,
                    unmodelled);
        }
    }
}
