package ecslab.ecs.command;

import java.util.List;

/// Commands about container instances.
public sealed interface InstanceCommand extends CapacityCommand {

    /// `ecs:UpdateContainerInstancesState`
    ///
    /// @param containerInstances 1 to 10 ids, ARNs or `${instance/NAME}`
    /// @param status `ACTIVE` or `DRAINING`
    record UpdateContainerInstancesState(
            Given<String> cluster, List<String> containerInstances, String status)
            implements InstanceCommand {}

    /// `ecs:DeregisterContainerInstance`
    record DeregisterContainerInstance(
            Given<String> cluster, String containerInstance, Given<Boolean> force)
            implements InstanceCommand {}
}
