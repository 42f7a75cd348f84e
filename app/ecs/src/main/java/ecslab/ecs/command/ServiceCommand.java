package ecslab.ecs.command;

import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about services.
public sealed interface ServiceCommand extends Command {

    /// `ecs:CreateService`
    ///
    /// @param healthCheckGracePeriodSeconds ECS's default is 0
    /// @param deploymentController the `type` in it; ECS's default is `ECS`
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
            Given<DeploymentConfigurationInput> deploymentConfiguration,
            Given<String> deploymentController,
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
            ServiceChanges changes,
            SchedulingInput scheduling,
            Unmodelled unmodelled)
            implements ServiceCommand {

        /// One that changes nothing else.
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
                    ServiceChanges.NONE,
                    SchedulingInput.NOTHING,
                    unmodelled);
        }
    }

    /// `ecs:DeleteService`
    record DeleteService(Given<String> cluster, String service, Given<Boolean> force)
            implements ServiceCommand {}

    /// More of what UpdateService changes.
    ///
    /// @param loadBalancers an empty list takes them away
    /// @param deploymentController the `type` in it
    record ServiceChanges(
            Given<AwsVpcConfiguration> networkConfiguration,
            Given<List<ServiceLoadBalancer>> loadBalancers,
            Given<Integer> healthCheckGracePeriodSeconds,
            Given<DeploymentConfigurationInput> deploymentConfiguration,
            Given<String> deploymentController) {

        public static final ServiceChanges NONE =
                new ServiceChanges(
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent());
    }
}
