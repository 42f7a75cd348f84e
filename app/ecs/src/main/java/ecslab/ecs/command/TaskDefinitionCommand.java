package ecslab.ecs.command;

import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.Unmodelled;
import ecslab.ecs.model.Volume;
import java.util.List;

/// Commands about task definitions.
public sealed interface TaskDefinitionCommand extends Command {

    /// `ecs:RegisterTaskDefinition`. `cpu` and `memory` are texts, as in AWS: `256`, `.5 vCPU`.
    ///
    /// @param ephemeralStorage in GiB
    record RegisterTaskDefinition(
            String family,
            Given<String> networkMode,
            List<String> requiresCompatibilities,
            Given<String> cpu,
            Given<String> memory,
            Given<String> executionRoleArn,
            Given<String> taskRoleArn,
            List<ContainerDefinitionInput> containerDefinitions,
            List<Volume> volumes,
            List<ConstraintInput> placementConstraints,
            Given<RuntimePlatform> runtimePlatform,
            Given<Integer> ephemeralStorage,
            Unmodelled unmodelled)
            implements TaskDefinitionCommand {

        /// For the default platform and any container instance, with the storage that every task
        /// has.
        public RegisterTaskDefinition(
                String family,
                Given<String> networkMode,
                List<String> requiresCompatibilities,
                Given<String> cpu,
                Given<String> memory,
                Given<String> executionRoleArn,
                Given<String> taskRoleArn,
                List<ContainerDefinitionInput> containerDefinitions,
                List<Volume> volumes,
                Unmodelled unmodelled) {
            this(
                    family,
                    networkMode,
                    requiresCompatibilities,
                    cpu,
                    memory,
                    executionRoleArn,
                    taskRoleArn,
                    containerDefinitions,
                    volumes,
                    List.of(),
                    Given.absent(),
                    Given.absent(),
                    unmodelled);
        }
    }

    /// One of `containerDefinitions`.
    ///
    /// @param cpu in CPU units
    /// @param memory the hard limit, in MiB
    /// @param memoryReservation the soft limit, in MiB
    /// @param stopTimeout in seconds
    /// @param logDriver `logConfiguration.logDriver`
    record ContainerDefinitionInput(
            Given<String> name,
            Given<String> image,
            Given<Integer> cpu,
            Given<Integer> memory,
            Given<Integer> memoryReservation,
            Given<Boolean> essential,
            List<PortMappingInput> portMappings,
            List<EnvironmentVariable> environment,
            Given<Integer> stopTimeout,
            Given<String> logDriver,
            ContainerSettingsInput settings,
            Unmodelled unmodelled) {}

    /// One of `portMappings`.
    record PortMappingInput(
            Given<Integer> containerPort,
            Given<Integer> hostPort,
            Given<String> protocol,
            Given<String> name) {}

    /// `ecs:DeregisterTaskDefinition`
    ///
    /// @param taskDefinition `family:revision` or its ARN
    record DeregisterTaskDefinition(String taskDefinition) implements TaskDefinitionCommand {}

    /// `ecs:DeleteTaskDefinitions`
    ///
    /// @param taskDefinitions 1 to 10 of `family:revision` or its ARN
    record DeleteTaskDefinitions(List<String> taskDefinitions) implements TaskDefinitionCommand {}

    /// `ecs:DescribeTaskDefinition`
    record DescribeTaskDefinition(String taskDefinition) implements TaskDefinitionCommand {}

    /// `ecs:ListTaskDefinitions`
    ///
    /// @param status ECS's default is ACTIVE
    record ListTaskDefinitions(Given<String> familyPrefix, Given<String> status)
            implements TaskDefinitionCommand {}
}
