package ecslab.ecs.model;

import java.util.List;

/// A cluster as DescribeClusters shows it. ([ecslab.ecs.Cluster] is the doorway to all of them.)
///
/// @param registeredContainerInstancesCount ACTIVE and DRAINING ones
/// @param capacityProviders the names of those that are associated
/// @param attachmentsStatus such as `UPDATE_COMPLETE`; empty if nothing was ever attached
/// @param containerInsights the setting: `disabled`, `enabled` or `enhanced`
public record ClusterDescription(
        String name,
        ClusterStatus status,
        int registeredContainerInstancesCount,
        int runningTasksCount,
        int pendingTasksCount,
        int activeServicesCount,
        List<String> capacityProviders,
        List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
        String attachmentsStatus,
        String containerInsights,
        Unmodelled unmodelled) {

    /// The name that is meant where none is given.
    public static final String DEFAULT = "default";

    /// A cluster that has just been made, with nothing in it.
    public static ClusterDescription empty(String name) {
        return new ClusterDescription(
                name,
                ClusterStatus.ACTIVE,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                "",
                ClusterSetting.DISABLED,
                Unmodelled.NOTHING);
    }

    public ClusterDescription withStatus(ClusterStatus next) {
        return new ClusterDescription(
                name,
                next,
                registeredContainerInstancesCount,
                runningTasksCount,
                pendingTasksCount,
                activeServicesCount,
                capacityProviders,
                defaultCapacityProviderStrategy,
                attachmentsStatus,
                containerInsights,
                unmodelled);
    }

    /// The same one if nothing has changed.
    public ClusterDescription withCounts(int instances, int running, int pending, int services) {
        if (instances == registeredContainerInstancesCount
                && running == runningTasksCount
                && pending == pendingTasksCount
                && services == activeServicesCount) {
            return this;
        }
        return new ClusterDescription(
                name,
                status,
                instances,
                running,
                pending,
                services,
                capacityProviders,
                defaultCapacityProviderStrategy,
                attachmentsStatus,
                containerInsights,
                unmodelled);
    }

    public ClusterDescription withProviders(
            List<String> providers, List<CapacityProviderStrategyItem> strategy, String attached) {
        return new ClusterDescription(
                name,
                status,
                registeredContainerInstancesCount,
                runningTasksCount,
                pendingTasksCount,
                activeServicesCount,
                providers,
                strategy,
                attached,
                containerInsights,
                unmodelled);
    }

    /// With another setting, and with what else CreateCluster and UpdateCluster were given.
    public ClusterDescription withSettings(String insights, Unmodelled given) {
        return new ClusterDescription(
                name,
                status,
                registeredContainerInstancesCount,
                runningTasksCount,
                pendingTasksCount,
                activeServicesCount,
                capacityProviders,
                defaultCapacityProviderStrategy,
                attachmentsStatus,
                insights,
                given);
    }
}
