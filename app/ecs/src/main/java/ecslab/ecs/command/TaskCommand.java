package ecslab.ecs.command;

import ecslab.ecs.model.AwsVpcConfiguration;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.TaskOverride;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about tasks.
public sealed interface TaskCommand extends Command {

    /// `ecs:RunTask`
    ///
    /// @param count 1 to 10; ECS's default is 1
    record RunTask(
            Given<String> cluster,
            String taskDefinition,
            Given<Integer> count,
            Given<String> launchType,
            List<CapacityProviderStrategyItem> capacityProviderStrategy,
            Given<AwsVpcConfiguration> networkConfiguration,
            Given<String> group,
            Given<String> startedBy,
            TaskOverride overrides,
            PlacementInput placement,
            Unmodelled unmodelled)
            implements TaskCommand {

        /// One whose tasks go where ECS likes.
        public RunTask(
                Given<String> cluster,
                String taskDefinition,
                Given<Integer> count,
                Given<String> launchType,
                List<CapacityProviderStrategyItem> capacityProviderStrategy,
                Given<AwsVpcConfiguration> networkConfiguration,
                Given<String> group,
                Given<String> startedBy,
                TaskOverride overrides,
                Unmodelled unmodelled) {
            this(
                    cluster,
                    taskDefinition,
                    count,
                    launchType,
                    capacityProviderStrategy,
                    networkConfiguration,
                    group,
                    startedBy,
                    overrides,
                    PlacementInput.NOTHING,
                    unmodelled);
        }
    }

    /// `ecs:StartTask`: as RunTask, but on the container instances that the caller names.
    ///
    /// @param containerInstances 1 to 10 ids, ARNs or `${instance/NAME}`
    record StartTask(
            Given<String> cluster,
            List<String> containerInstances,
            String taskDefinition,
            Given<AwsVpcConfiguration> networkConfiguration,
            Given<String> group,
            Given<String> startedBy,
            TaskOverride overrides,
            Unmodelled unmodelled)
            implements TaskCommand {}

    /// `ecs:StopTask`
    ///
    /// @param task an id or ARN
    record StopTask(Given<String> cluster, String task, Given<String> reason)
            implements TaskCommand {}

    /// `ecs:DescribeTasks`
    ///
    /// @param tasks ids or ARNs
    record DescribeTasks(Given<String> cluster, List<String> tasks) implements TaskCommand {}
}
