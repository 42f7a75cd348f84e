package ecslab.engine;

import ecslab.ecs.model.ClusterStatistics;
import ecslab.ecs.model.ClusterStatistics.ByType;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import java.util.Collection;
import java.util.function.Predicate;

/// Counts a cluster's tasks and services by launch type.
final class ClusterCounts {

    private ClusterCounts() {}

    static ClusterStatistics of(EngineState state, String cluster) {
        var tasks =
                state.tasks.values().stream()
                        .filter(one -> one.cluster().equals(cluster) && !one.isStopped())
                        .toList();
        var services =
                state.services.values().stream()
                        .filter(one -> one.name().cluster().equals(cluster))
                        .toList();
        return new ClusterStatistics(
                tasks(tasks, one -> one.lastStatus() == TaskStatus.RUNNING),
                tasks(tasks, one -> one.lastStatus().isBeforeRunning() && !one.isLeaving()),
                services(services, ServiceStatus.ACTIVE),
                services(services, ServiceStatus.DRAINING));
    }

    private static ByType tasks(Collection<Task> tasks, Predicate<Task> counts) {
        var fargate = tasks.stream().filter(counts).filter(ClusterCounts::isFargate).count();
        return new ByType((int) (tasks.stream().filter(counts).count() - fargate), (int) fargate);
    }

    private static ByType services(Collection<Service> services, ServiceStatus status) {
        var counted = services.stream().filter(one -> one.status() == status).toList();
        var fargate =
                counted.stream().filter(one -> one.launchType() == LaunchType.FARGATE).count();
        return new ByType((int) (counted.size() - fargate), (int) fargate);
    }

    private static boolean isFargate(Task task) {
        return task.launchType() == LaunchType.FARGATE;
    }
}
