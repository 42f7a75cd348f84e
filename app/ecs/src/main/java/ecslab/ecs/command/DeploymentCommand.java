package ecslab.ecs.command;

import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about service deployments, service revisions, task sets and task protection.
public sealed interface DeploymentCommand extends Command {

    /// `ecs:ListServiceDeployments`
    ///
    /// @param status those that are listed; all if there is none
    record ListServiceDeployments(Given<String> cluster, String service, List<String> status)
            implements DeploymentCommand {}

    /// `ecs:DescribeServiceDeployments`
    record DescribeServiceDeployments(List<String> serviceDeploymentArns)
            implements DeploymentCommand {}

    /// `ecs:DescribeServiceRevisions`
    record DescribeServiceRevisions(List<String> serviceRevisionArns)
            implements DeploymentCommand {}

    /// `ecs:StopServiceDeployment`
    ///
    /// @param stopType `ROLLBACK` or `ABORT`
    record StopServiceDeployment(String serviceDeploymentArn, Given<String> stopType)
            implements DeploymentCommand {}

    /// `ecs:ContinueServiceDeployment`
    ///
    /// @param hookId the pause that is ended
    /// @param hookAction `CONTINUE` or `ROLLBACK`; `action` in AWS's JSON
    record ContinueServiceDeployment(
            String serviceDeploymentArn, String hookId, Given<String> hookAction)
            implements DeploymentCommand {}

    /// `ecs:UpdateTaskProtection`
    record UpdateTaskProtection(
            String cluster,
            List<String> tasks,
            boolean protectionEnabled,
            Given<Integer> expiresInMinutes)
            implements DeploymentCommand {}

    /// `ecs:GetTaskProtection`
    ///
    /// @param tasks at least one, though AWS's model doesn't say so
    record GetTaskProtection(String cluster, List<String> tasks) implements DeploymentCommand {}

    /// `ecs:CreateTaskSet`
    ///
    /// @param scalePercent of the service's desired count; ECS's default is 0
    record CreateTaskSet(
            String cluster,
            String service,
            String taskDefinition,
            Given<String> externalId,
            Given<String> launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<AwsVpcConfiguration> networkConfiguration,
            List<ServiceLoadBalancer> loadBalancers,
            Given<Double> scalePercent,
            Unmodelled unmodelled)
            implements DeploymentCommand {}

    /// `ecs:UpdateTaskSet`
    record UpdateTaskSet(String cluster, String service, String taskSet, Given<Double> scalePercent)
            implements DeploymentCommand {}

    /// `ecs:UpdateServicePrimaryTaskSet`
    record UpdateServicePrimaryTaskSet(String cluster, String service, String primaryTaskSet)
            implements DeploymentCommand {}

    /// `ecs:DeleteTaskSet`
    record DeleteTaskSet(String cluster, String service, String taskSet, Given<Boolean> force)
            implements DeploymentCommand {}

    /// `ecs:DescribeTaskSets`
    ///
    /// @param taskSets all of the service if there is none
    record DescribeTaskSets(String cluster, String service, List<String> taskSets)
            implements DeploymentCommand {}
}
