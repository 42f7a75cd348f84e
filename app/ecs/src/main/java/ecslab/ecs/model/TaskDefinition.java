package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.List;

/// A registered revision: the unchanging blueprint from which tasks are made.
///
/// @param requiresCompatibilities what the author asked to be checked against
/// @param compatibilities what ECS found that it can run on
/// @param cpuUnits of the whole task; 0 if none was given
/// @param memoryMib of the whole task; 0 if none was given
/// @param executionRoleArn empty if none was given: who pulls images and writes logs
/// @param taskRoleArn empty if none was given: who the program inside is
/// @param ephemeralStorageGib 0 if none was given
public record TaskDefinition(
        TaskDefinitionName name,
        TaskDefinitionStatus status,
        NetworkMode networkMode,
        List<LaunchType> requiresCompatibilities,
        List<LaunchType> compatibilities,
        int cpuUnits,
        int memoryMib,
        String executionRoleArn,
        String taskRoleArn,
        List<ContainerDefinition> containerDefinitions,
        List<Volume> volumes,
        List<PlacementConstraint> placementConstraints,
        RuntimePlatform runtimePlatform,
        int ephemeralStorageGib,
        SimInstant registeredAt,
        Unmodelled unmodelled) {

    /// What every task on Fargate has if its revision says nothing (behaviour reference §13).
    public static final int EPHEMERAL_STORAGE_GIB = 20;

    /// For the default platform and any container instance, with the storage that every task has.
    public TaskDefinition(
            TaskDefinitionName name,
            TaskDefinitionStatus status,
            NetworkMode networkMode,
            List<LaunchType> requiresCompatibilities,
            List<LaunchType> compatibilities,
            int cpuUnits,
            int memoryMib,
            String executionRoleArn,
            String taskRoleArn,
            List<ContainerDefinition> containerDefinitions,
            List<Volume> volumes,
            SimInstant registeredAt,
            Unmodelled unmodelled) {
        this(
                name,
                status,
                networkMode,
                requiresCompatibilities,
                compatibilities,
                cpuUnits,
                memoryMib,
                executionRoleArn,
                taskRoleArn,
                containerDefinitions,
                volumes,
                List.of(),
                RuntimePlatform.NONE,
                0,
                registeredAt,
                unmodelled);
    }

    public TaskDefinition withStatus(TaskDefinitionStatus next) {
        return new TaskDefinition(
                name,
                next,
                networkMode,
                requiresCompatibilities,
                compatibilities,
                cpuUnits,
                memoryMib,
                executionRoleArn,
                taskRoleArn,
                containerDefinitions,
                volumes,
                placementConstraints,
                runtimePlatform,
                ephemeralStorageGib,
                registeredAt,
                unmodelled);
    }

    /// The container that has the name.
    ///
    /// @throws IllegalArgumentException if none has it
    public ContainerDefinition container(String name) {
        for (var container : containerDefinitions) {
            if (container.name().equals(name)) {
                return container;
            }
        }
        throw new IllegalArgumentException("the revision has no container " + name);
    }
}
