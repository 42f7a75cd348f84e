package ecslab.ecs.model;

/// Where a task runs, or will.
///
/// @param capacityProvider empty for a task that was started with a launch type
/// @param containerInstance the id of the container instance; empty on Fargate, and while a task
///   still waits for capacity
/// @param availabilityZone such as `us-east-1a`; empty while a task waits for capacity
/// @param subnetId where the machine under the task stands; empty while a task waits for capacity
public record TaskPlace(
        LaunchType launchType,
        String capacityProvider,
        String containerInstance,
        String availabilityZone,
        String subnetId) {

    /// On Fargate, with a launch type and not through a capacity provider.
    public static TaskPlace onFargate(String availabilityZone, String subnetId) {
        return new TaskPlace(LaunchType.FARGATE, "", "", availabilityZone, subnetId);
    }

    public boolean isOnInstance() {
        return !containerInstance.isEmpty();
    }
}
