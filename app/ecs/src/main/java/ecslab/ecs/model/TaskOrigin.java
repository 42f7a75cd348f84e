package ecslab.ecs.model;

/// What a task was made as. It never changes.
///
/// @param cluster the cluster's name
/// @param taskDefinition its `family:revision`
/// @param group `service:NAME` or `family:FAMILY`
/// @param startedBy `ecs-svc/DEPLOYMENT` for a service's task, else what RunTask was given
/// @param cpuUnits what the task reserves; 1,024 = one vCPU
/// @param memoryMib what the task reserves
/// @param overrides what RunTask changed in the revision
public record TaskOrigin(
        String cluster,
        TaskDefinitionName taskDefinition,
        String group,
        String startedBy,
        int cpuUnits,
        int memoryMib,
        TaskOverride overrides) {

    /// Of a task that runs its revision as it is.
    public TaskOrigin(
            String cluster,
            TaskDefinitionName taskDefinition,
            String group,
            String startedBy,
            int cpuUnits,
            int memoryMib) {
        this(cluster, taskDefinition, group, startedBy, cpuUnits, memoryMib, TaskOverride.NONE);
    }
}
