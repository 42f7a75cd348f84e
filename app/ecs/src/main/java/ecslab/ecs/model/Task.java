package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A task: the smallest thing that ECS runs, as DescribeTasks shows it.
///
/// @param cluster the cluster's name
/// @param taskDefinition its `family:revision`
/// @param group `service:NAME` or `family:FAMILY`
/// @param startedBy `ecs-svc/DEPLOYMENT` for a service's task, else what RunTask was given
/// @param cpuUnits 1,024 = one vCPU
/// @param availabilityZone such as `us-east-1a`
/// @param networkInterfaces none until attached; never more than one
/// @param times the moments reached so far, in the order of [TaskMoment]
/// @param version grows by one with each change that an event reports
public record Task(
        TaskId id,
        String cluster,
        TaskDefinitionName taskDefinition,
        TaskStatus lastStatus,
        TaskStatus desiredStatus,
        LaunchType launchType,
        String group,
        String startedBy,
        HealthStatus healthStatus,
        String availabilityZone,
        String subnetId,
        int cpuUnits,
        int memoryMib,
        List<Container> containers,
        List<NetworkInterface> networkInterfaces,
        Map<TaskMoment, SimInstant> times,
        Stop stop,
        long version) {

    private static final String SERVICE_GROUP = "service:";

    public Optional<SimInstant> time(TaskMoment moment) {
        return Optional.ofNullable(times.get(moment));
    }

    /// The name of the service that keeps this task; empty for a standalone task.
    public Optional<String> service() {
        return group.startsWith(SERVICE_GROUP)
                ? Optional.of(group.substring(SERVICE_GROUP.length()))
                : Optional.empty();
    }

    public static String groupOfService(String service) {
        return SERVICE_GROUP + service;
    }

    public boolean isStopped() {
        return lastStatus == TaskStatus.STOPPED;
    }

    /// Asked to stop, or stopped.
    public boolean isLeaving() {
        return desiredStatus == TaskStatus.STOPPED;
    }
}
