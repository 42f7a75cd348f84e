package ecslab.ecs.model;

import java.util.List;

/// What RunTask changes in a revision, for these tasks only: never the image, never the ports.
///
/// @param cpu as AWS writes it, such as `512`; empty if it stays as it is
/// @param memory as AWS writes it; empty if it stays as it is
/// @param executionRoleArn empty if it stays as it is
/// @param taskRoleArn empty if it stays as it is
/// @param ephemeralStorageGib 0 if it stays as it is
public record TaskOverride(
        List<ContainerOverride> containerOverrides,
        String cpu,
        String memory,
        String executionRoleArn,
        String taskRoleArn,
        int ephemeralStorageGib) {

    /// With the storage that the revision says.
    public TaskOverride(
            List<ContainerOverride> containerOverrides,
            String cpu,
            String memory,
            String executionRoleArn,
            String taskRoleArn) {
        this(containerOverrides, cpu, memory, executionRoleArn, taskRoleArn, 0);
    }

    public static final TaskOverride NONE = new TaskOverride(List.of(), "", "", "", "");
}
