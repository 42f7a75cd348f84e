package ecslab.ecs.command;

import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ClusterSetting;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about clusters, capacity providers and the account.
public sealed interface ClusterCommand extends CapacityCommand {

    /// `ecs:CreateCluster`
    record CreateCluster(
            Given<String> clusterName,
            List<String> capacityProviders,
            List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
            List<ClusterSetting> settings,
            Unmodelled unmodelled)
            implements ClusterCommand {

        /// A cluster without capacity providers.
        public CreateCluster(Given<String> clusterName, Unmodelled unmodelled) {
            this(clusterName, List.of(), List.of(), List.of(), unmodelled);
        }
    }

    /// `ecs:UpdateCluster`: what is not given stays as it is.
    record UpdateCluster(String cluster, List<ClusterSetting> settings, Unmodelled unmodelled)
            implements ClusterCommand {}

    /// `ecs:UpdateClusterSettings`
    record UpdateClusterSettings(String cluster, List<ClusterSetting> settings)
            implements ClusterCommand {}

    /// `ecs:DeleteCluster`
    record DeleteCluster(String cluster) implements ClusterCommand {}

    /// `ecs:PutClusterCapacityProviders`: both lists replace what was there.
    record PutClusterCapacityProviders(
            String cluster,
            List<String> capacityProviders,
            List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy)
            implements ClusterCommand {}

    /// `ecs:CreateCapacityProvider`, for an Auto Scaling group.
    record CreateCapacityProvider(
            String name,
            String autoScalingGroupArn,
            CapacityProvider.ManagedScaling managedScaling,
            boolean managedTerminationProtection,
            boolean managedDraining,
            Unmodelled unmodelled)
            implements ClusterCommand {}

    /// `ecs:UpdateCapacityProvider`: what is not given stays as it is.
    ///
    /// @param managedTerminationProtection `ENABLED` or `DISABLED`, as `managedDraining`
    record UpdateCapacityProvider(
            String name,
            ManagedScalingInput managedScaling,
            Given<String> managedTerminationProtection,
            Given<String> managedDraining,
            Unmodelled unmodelled)
            implements ClusterCommand {}

    /// What UpdateCapacityProvider gives of `managedScaling`.
    record ManagedScalingInput(
            Given<String> status,
            Given<Integer> targetCapacity,
            Given<Integer> minimumScalingStepSize,
            Given<Integer> maximumScalingStepSize,
            Given<Integer> instanceWarmupPeriod) {}

    /// `ecs:DeleteCapacityProvider`
    record DeleteCapacityProvider(String capacityProvider) implements ClusterCommand {}

    /// `ecs:PutAccountSetting`
    record PutAccountSetting(String name, String value) implements ClusterCommand {}
}
