package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.Collections;
import java.util.EnumMap;
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

    public Task withLastStatus(TaskStatus next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                next,
                desiredStatus,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                containers,
                networkInterfaces,
                times,
                stop,
                version);
    }

    public Task withDesiredStatus(TaskStatus next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                lastStatus,
                next,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                containers,
                networkInterfaces,
                times,
                stop,
                version);
    }

    public Task withContainers(List<Container> next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                lastStatus,
                desiredStatus,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                next,
                networkInterfaces,
                times,
                stop,
                version);
    }

    public Task withNetworkInterfaces(List<NetworkInterface> next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                lastStatus,
                desiredStatus,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                containers,
                next,
                times,
                stop,
                version);
    }

    public Task withStop(Stop next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                lastStatus,
                desiredStatus,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                containers,
                networkInterfaces,
                times,
                next,
                version);
    }

    public Task withVersion(long next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                lastStatus,
                desiredStatus,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                containers,
                networkInterfaces,
                times,
                stop,
                next);
    }

    /// Notes a moment, unless it was noted before: a timestamp never changes.
    public Task withTime(TaskMoment moment, SimInstant at) {
        var next = new EnumMap<TaskMoment, SimInstant>(TaskMoment.class);
        next.putAll(times);
        next.putIfAbsent(moment, at);
        return withTimes(Collections.unmodifiableMap(next));
    }

    private Task withTimes(Map<TaskMoment, SimInstant> next) {
        return new Task(
                id,
                cluster,
                taskDefinition,
                lastStatus,
                desiredStatus,
                launchType,
                group,
                startedBy,
                healthStatus,
                availabilityZone,
                subnetId,
                cpuUnits,
                memoryMib,
                containers,
                networkInterfaces,
                next,
                stop,
                version);
    }
}
