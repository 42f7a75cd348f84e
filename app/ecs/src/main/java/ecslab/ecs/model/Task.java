package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A task: the smallest thing that ECS runs, as DescribeTasks shows it.
///
/// @param place where it runs, or will
/// @param networkInterfaces none until attached; never more than one
/// @param times the moments reached so far, in the order of [TaskMoment]
/// @param version grows by one with each change that an event reports
public record Task(
        TaskId id,
        TaskOrigin origin,
        TaskPlace place,
        TaskCondition condition,
        List<Container> containers,
        List<NetworkInterface> networkInterfaces,
        Map<TaskMoment, SimInstant> times,
        Stop stop,
        long version) {

    private static final String SERVICE_GROUP = "service:";

    public String cluster() {
        return origin.cluster();
    }

    public TaskDefinitionName taskDefinition() {
        return origin.taskDefinition();
    }

    public String group() {
        return origin.group();
    }

    public String startedBy() {
        return origin.startedBy();
    }

    public int cpuUnits() {
        return origin.cpuUnits();
    }

    public int memoryMib() {
        return origin.memoryMib();
    }

    public LaunchType launchType() {
        return place.launchType();
    }

    public String availabilityZone() {
        return place.availabilityZone();
    }

    public String subnetId() {
        return place.subnetId();
    }

    public TaskStatus lastStatus() {
        return condition.lastStatus();
    }

    public TaskStatus desiredStatus() {
        return condition.desiredStatus();
    }

    public HealthStatus healthStatus() {
        return condition.healthStatus();
    }

    public Optional<SimInstant> time(TaskMoment moment) {
        return Optional.ofNullable(times.get(moment));
    }

    /// The name of the service that keeps this task; empty for a standalone task.
    public Optional<String> service() {
        return group().startsWith(SERVICE_GROUP)
                ? Optional.of(group().substring(SERVICE_GROUP.length()))
                : Optional.empty();
    }

    public static String groupOfService(String service) {
        return SERVICE_GROUP + service;
    }

    public boolean isStopped() {
        return lastStatus() == TaskStatus.STOPPED;
    }

    /// Asked to stop, or stopped.
    public boolean isLeaving() {
        return desiredStatus() == TaskStatus.STOPPED;
    }

    public Task withLastStatus(TaskStatus next) {
        return withCondition(new TaskCondition(next, desiredStatus(), healthStatus()));
    }

    public Task withDesiredStatus(TaskStatus next) {
        return withCondition(new TaskCondition(lastStatus(), next, healthStatus()));
    }

    public Task withHealthStatus(HealthStatus next) {
        return withCondition(new TaskCondition(lastStatus(), desiredStatus(), next));
    }

    public Task withCondition(TaskCondition next) {
        return new Task(
                id, origin, place, next, containers, networkInterfaces, times, stop, version);
    }

    public Task withPlace(TaskPlace next) {
        return new Task(
                id, origin, next, condition, containers, networkInterfaces, times, stop, version);
    }

    public Task withContainers(List<Container> next) {
        return new Task(
                id, origin, place, condition, next, networkInterfaces, times, stop, version);
    }

    public Task withNetworkInterfaces(List<NetworkInterface> next) {
        return new Task(id, origin, place, condition, containers, next, times, stop, version);
    }

    public Task withStop(Stop next) {
        return new Task(
                id, origin, place, condition, containers, networkInterfaces, times, next, version);
    }

    public Task withVersion(long next) {
        return new Task(
                id, origin, place, condition, containers, networkInterfaces, times, stop, next);
    }

    /// Notes a moment, unless it was noted before: a timestamp never changes.
    public Task withTime(TaskMoment moment, SimInstant at) {
        if (times.containsKey(moment)) {
            return this;
        }
        var noted = TaskTimes.copyOf(times).with(moment, at);
        return new Task(
                id, origin, place, condition, containers, networkInterfaces, noted, stop, version);
    }
}
