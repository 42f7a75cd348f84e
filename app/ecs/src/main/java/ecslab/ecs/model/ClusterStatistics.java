package ecslab.ecs.model;

/// A cluster's counts by launch type: what DescribeClusters includes as `STATISTICS`.
///
/// @param drainingServices by EC2 and Fargate: deleted ones whose tasks still stop
public record ClusterStatistics(
        ByType runningTasks, ByType pendingTasks, ByType activeServices, ByType drainingServices) {

    /// A count by launch type.
    public record ByType(int ec2, int fargate) {}
}
