package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// A service: it keeps `desiredCount` tasks running, as DescribeServices shows it.
///
/// @param runningCount tasks in RUNNING that nobody asked to stop
/// @param pendingCount tasks on their way to RUNNING
/// @param launchType where its tasks run; with a strategy, what the strategy comes to
/// @param capacityProviderStrategy empty for a service with a launch type
/// @param deployments the primary one first
/// @param healthCheckGracePeriod how long after a task's start failed health checks don't count
public record Service(
        ServiceName name,
        ServiceStatus status,
        TaskDefinitionName taskDefinition,
        int desiredCount,
        int runningCount,
        int pendingCount,
        LaunchType launchType,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        DeploymentConfiguration deploymentConfiguration,
        List<Deployment> deployments,
        List<ServiceLoadBalancer> loadBalancers,
        AwsVpcConfiguration network,
        Duration healthCheckGracePeriod,
        ServiceScheduling scheduling,
        SimInstant createdAt,
        Unmodelled unmodelled) {

    /// One of the replica strategy that says nothing of placement.
    public Service(
            ServiceName name,
            ServiceStatus status,
            TaskDefinitionName taskDefinition,
            int desiredCount,
            int runningCount,
            int pendingCount,
            LaunchType launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            DeploymentConfiguration deploymentConfiguration,
            List<Deployment> deployments,
            List<ServiceLoadBalancer> loadBalancers,
            AwsVpcConfiguration network,
            Duration healthCheckGracePeriod,
            SimInstant createdAt,
            Unmodelled unmodelled) {
        this(
                name,
                status,
                taskDefinition,
                desiredCount,
                runningCount,
                pendingCount,
                launchType,
                capacityProviderStrategy,
                deploymentConfiguration,
                deployments,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                ServiceScheduling.REPLICA,
                createdAt,
                unmodelled);
    }

    /// Of the service's tasks: `service:NAME`.
    public String group() {
        return Task.groupOfService(name.service());
    }

    public Service withTaskDefinition(TaskDefinitionName next) {
        return new Service(
                name,
                status,
                next,
                desiredCount,
                runningCount,
                pendingCount,
                launchType,
                capacityProviderStrategy,
                deploymentConfiguration,
                deployments,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                scheduling,
                createdAt,
                unmodelled);
    }

    public Service withDesiredCount(int next) {
        return new Service(
                name,
                status,
                taskDefinition,
                next,
                runningCount,
                pendingCount,
                launchType,
                capacityProviderStrategy,
                deploymentConfiguration,
                deployments,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                scheduling,
                createdAt,
                unmodelled);
    }

    public Service withCapacityProviderStrategy(List<CapacityProviderStrategyItem> next) {
        return new Service(
                name,
                status,
                taskDefinition,
                desiredCount,
                runningCount,
                pendingCount,
                launchType,
                next,
                deploymentConfiguration,
                deployments,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                scheduling,
                createdAt,
                unmodelled);
    }

    public Service withDeployments(List<Deployment> next) {
        return new Service(
                name,
                status,
                taskDefinition,
                desiredCount,
                runningCount,
                pendingCount,
                launchType,
                capacityProviderStrategy,
                deploymentConfiguration,
                next,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                scheduling,
                createdAt,
                unmodelled);
    }

    public Service withCounts(int running, int pending) {
        return new Service(
                name,
                status,
                taskDefinition,
                desiredCount,
                running,
                pending,
                launchType,
                capacityProviderStrategy,
                deploymentConfiguration,
                deployments,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                scheduling,
                createdAt,
                unmodelled);
    }

    public Service withScheduling(ServiceScheduling next) {
        return new Service(
                name,
                status,
                taskDefinition,
                desiredCount,
                runningCount,
                pendingCount,
                launchType,
                capacityProviderStrategy,
                deploymentConfiguration,
                deployments,
                loadBalancers,
                network,
                healthCheckGracePeriod,
                next,
                createdAt,
                unmodelled);
    }
}
