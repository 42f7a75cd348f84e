package ecslab.ecs.command;

import java.util.List;

/// Commands that only look.
///
/// A Describe action answers what it doesn't know with a failure `MISSING`; a List action answers
/// with ARNs, in parts.
public sealed interface ReadCommand extends Command {

    /// `ecs:DescribeClusters`
    ///
    /// @param clusters names or ARNs; none: `default`
    /// @param include such as `STATISTICS`
    record DescribeClusters(List<String> clusters, List<String> include) implements ReadCommand {}

    /// `ecs:ListClusters`
    record ListClusters(Page page) implements ReadCommand {}

    /// `ecs:DescribeCapacityProviders`
    ///
    /// @param capacityProviders names or ARNs; none: all
    record DescribeCapacityProviders(List<String> capacityProviders, Page page)
            implements ReadCommand {}

    /// `ecs:DescribeContainerInstances`
    ///
    /// @param include such as `CONTAINER_INSTANCE_HEALTH`
    record DescribeContainerInstances(
            Given<String> cluster, List<String> containerInstances, List<String> include)
            implements ReadCommand {}

    /// `ecs:ListContainerInstances`
    ///
    /// @param filter in the cluster query language
    /// @param status not given: all that are not INACTIVE
    record ListContainerInstances(
            Given<String> cluster, Given<String> filter, Given<String> status, Page page)
            implements ReadCommand {}

    /// `ecs:ListTasks`
    ///
    /// @param desiredStatus ECS's default is RUNNING: it hides the stopped ones
    record ListTasks(
            Given<String> cluster,
            Given<String> containerInstance,
            Given<String> family,
            Given<String> serviceName,
            Given<String> startedBy,
            Given<String> desiredStatus,
            Given<String> launchType,
            Page page)
            implements ReadCommand {}

    /// `ecs:DescribeServices`
    ///
    /// @param services 1 to 10 names or ARNs
    record DescribeServices(Given<String> cluster, List<String> services) implements ReadCommand {}

    /// `ecs:ListServices`
    record ListServices(
            Given<String> cluster,
            Given<String> launchType,
            Given<String> schedulingStrategy,
            Page page)
            implements ReadCommand {}

    /// `ecs:ListTaskDefinitionFamilies`
    ///
    /// @param status `ACTIVE`, `INACTIVE` or `ALL`; not given: all
    record ListTaskDefinitionFamilies(Given<String> familyPrefix, Given<String> status, Page page)
            implements ReadCommand {}
}
