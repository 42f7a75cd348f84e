package ecslab.ecs.model;

/// A cluster as DescribeClusters shows it. ([ecslab.ecs.Cluster] is the doorway to all of them.)
public record ClusterDescription(
        String name,
        ClusterStatus status,
        int runningTasksCount,
        int pendingTasksCount,
        int activeServicesCount) {}
