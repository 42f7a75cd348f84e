package ecslab.ecs.command;

import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about clusters, capacity providers and the account.
public sealed interface ClusterCommand extends CapacityCommand {

    /// `ecs:CreateCluster`
    record CreateCluster(
            Given<String> clusterName,
            List<String> capacityProviders,
            List<CapacityProviderStrategyItem> defaultCapacityProviderStrategy,
            Unmodelled unmodelled)
            implements ClusterCommand {

        /// A cluster without capacity providers.
        public CreateCluster(Given<String> clusterName, Unmodelled unmodelled) {
            this(clusterName, List.of(), List.of(), unmodelled);
        }
    }

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

    /// `ecs:DeleteCapacityProvider`
    record DeleteCapacityProvider(String capacityProvider) implements ClusterCommand {}

    /// `ecs:PutAccountSetting`
    record PutAccountSetting(String name, String value) implements ClusterCommand {}
}
