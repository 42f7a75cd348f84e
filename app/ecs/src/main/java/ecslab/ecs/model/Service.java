package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

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
        return changed(draft -> draft.status = next);
    }

    public Service withDesiredCount(int next) {
        return changed(draft -> draft.desiredCount = next);
    }

    /// What a service revision holds.
    public Service withRevision(ServiceRevision next) {
        return changed(draft -> {
            draft.taskDefinition = next.taskDefinition();
            draft.launchType = next.launchType();
            draft.capacityProviderStrategy = next.capacityProviderStrategy();
            draft.loadBalancers = next.loadBalancers();
            draft.network = next.network();
        });
    }

    /// What is no part of a service revision.
    public Service withSettings(
            DeploymentConfiguration configuration, Duration grace, Unmodelled others) {
        return changed(draft -> {
            draft.deploymentConfiguration = configuration;
            draft.healthCheckGracePeriod = grace;
            draft.unmodelled = others;
        });
    }

    public Service withCapacityProviderStrategy(List<CapacityProviderStrategyItem> next) {
        return changed(draft -> draft.capacityProviderStrategy = next);
    }

    public Service withDeployments(List<Deployment> next) {
        return changed(draft -> draft.deployments = next);
    }

    public Service withRollout(Rollout next) {
        return changed(draft -> draft.rollout = next);
    }

    public Service withScheduling(ServiceScheduling next) {
        return changed(draft -> draft.scheduling = next);
    }

    public Service withCounts(int running, int pending) {
        return changed(draft -> {
            draft.runningCount = running;
            draft.pendingCount = pending;
        });
    }

    private Service changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.service();
    }

    /// What may change of a service, before it is one again: the only place that copies it.
    private static final class Draft {
        private final Service before;
        private ServiceStatus status;
        private TaskDefinitionName taskDefinition;
        private int desiredCount;
        private int runningCount;
        private int pendingCount;
        private LaunchType launchType;
        private List<CapacityProviderStrategyItem> capacityProviderStrategy;
        private DeploymentConfiguration deploymentConfiguration;
        private List<Deployment> deployments;
        private List<ServiceLoadBalancer> loadBalancers;
        private AwsVpcConfiguration network;
        private Duration healthCheckGracePeriod;
        private ServiceScheduling scheduling;
        private Rollout rollout;
        private Unmodelled unmodelled;

        Draft(Service before) {
            this.before = before;
            status = before.status;
            taskDefinition = before.taskDefinition;
            desiredCount = before.desiredCount;
            runningCount = before.runningCount;
            pendingCount = before.pendingCount;
            launchType = before.launchType;
            capacityProviderStrategy = before.capacityProviderStrategy;
            deploymentConfiguration = before.deploymentConfiguration;
            deployments = before.deployments;
            loadBalancers = before.loadBalancers;
            network = before.network;
            healthCheckGracePeriod = before.healthCheckGracePeriod;
            scheduling = before.scheduling;
            rollout = before.rollout;
            unmodelled = before.unmodelled;
        }

        Service service() {
            return new Service(
                    before.name,
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
                    before.createdAt,
                    rollout,
                    unmodelled);
        }
    }
}
