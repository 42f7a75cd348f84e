package ecslab.ecs.model;

import java.util.List;

/// A container of a task, as DescribeTasks shows it.
///
/// @param image as the task definition writes it
/// @param imageDigest `sha256:…`, or empty until the image is pulled
/// @param reason why it failed, in ECS's words, or empty
/// @param cpuUnits 1,024 = one vCPU; 0 if the task definition names none
/// @param memoryMib the hard limit; 0 if the task definition names none
/// @param networkBindings none before it runs, and none in `awsvpc`, which has ports of its own
public record Container(
        String name,
        String image,
        String imageDigest,
        ContainerStatus lastStatus,
        Exit exit,
        String reason,
        HealthStatus healthStatus,
        boolean essential,
        int cpuUnits,
        int memoryMib,
        List<NetworkBinding> networkBindings) {

    public Container withLastStatus(ContainerStatus next) {
        return new Container(
                name,
                image,
                imageDigest,
                next,
                exit,
                reason,
                healthStatus,
                essential,
                cpuUnits,
                memoryMib,
                networkBindings);
    }

    public Container withImageDigest(String digest) {
        return new Container(
                name,
                image,
                digest,
                lastStatus,
                exit,
                reason,
                healthStatus,
                essential,
                cpuUnits,
                memoryMib,
                networkBindings);
    }

    public Container withNetworkBindings(List<NetworkBinding> bindings) {
        return new Container(
                name,
                image,
                imageDigest,
                lastStatus,
                exit,
                reason,
                healthStatus,
                essential,
                cpuUnits,
                memoryMib,
                bindings);
    }

    public Container withHealthStatus(HealthStatus next) {
        return new Container(
                name,
                image,
                imageDigest,
                lastStatus,
                exit,
                reason,
                next,
                essential,
                cpuUnits,
                memoryMib,
                networkBindings);
    }

    /// Ended, with or without an exit code.
    public Container stopped(Exit how, String why) {
        return new Container(
                name,
                image,
                imageDigest,
                ContainerStatus.STOPPED,
                how,
                why,
                healthStatus,
                essential,
                cpuUnits,
                memoryMib,
                networkBindings);
    }
}
