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
/// @param deployments the primary one first; none for a service that is INACTIVE
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
        Rollout rollout,
        Unmodelled unmodelled) {

    /// One of the replica strategy that says nothing of placement, that ECS deploys, and of which
    /// nothing is on its way.
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
                Rollout.BY_ECS,
                unmodelled);
    }

    /// Of the service's tasks: `service:NAME`.
    public String group() {
        return Task.groupOfService(name.service());
    }

    public boolean isActive() {
        return status == ServiceStatus.ACTIVE;
    }

    public Service withStatus(ServiceStatus next) {
        return new Service(
                name,
                next,
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
                scheduling,
                createdAt,
                rollout,
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
                rollout,
                unmodelled);
    }

    /// What a service revision holds.
    public Service withRevision(ServiceRevision next) {
        return new Service(
                name,
                status,
                next.taskDefinition(),
                desiredCount,
                runningCount,
                pendingCount,
                next.launchType(),
                next.capacityProviderStrategy(),
                deploymentConfiguration,
                deployments,
                next.loadBalancers(),
                next.network(),
                healthCheckGracePeriod,
                scheduling,
                createdAt,
                rollout,
                unmodelled);
    }

    /// What is no part of a service revision.
    public Service withSettings(
            DeploymentConfiguration configuration, Duration grace, Unmodelled others) {
        return new Service(
                name,
                status,
                taskDefinition,
                desiredCount,
                runningCount,
                pendingCount,
                launchType,
                capacityProviderStrategy,
                configuration,
                deployments,
                loadBalancers,
                network,
                grace,
                scheduling,
                createdAt,
                rollout,
                others);
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
                rollout,
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
                rollout,
                unmodelled);
    }

    public Service withRollout(Rollout next) {
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
                scheduling,
                createdAt,
                next,
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
                rollout,
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
                rollout,
                unmodelled);
    }
}
