package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Optional;

/// An EC2 instance that an agent has registered with a cluster, as DescribeContainerInstances shows
/// it.
///
/// @param id the last part of its ARN: 32 hexadecimal digits
/// @param capacityProvider empty if its Auto Scaling group belongs to none
/// @param agentConnected whether ECS hears its agent. It is apart from `status`: an instance whose
///   agent is silent stays ACTIVE
/// @param agentSince since when `agentConnected` is what it is
/// @param registered what it brought along
/// @param remaining what no task has reserved; its ports are those in use
/// @param version grows by one with each change that an event reports
public record ContainerInstance(
        String id,
        String cluster,
        String ec2InstanceId,
        String capacityProvider,
        ContainerInstanceStatus status,
        boolean agentConnected,
        SimInstant agentSince,
        String agentVersion,
        HostResources registered,
        HostResources remaining,
        int runningTasksCount,
        int pendingTasksCount,
        List<Attribute> attributes,
        SimInstant registeredAt,
        long version) {

    public static final String AVAILABILITY_ZONE = "ecs.availability-zone";
    public static final String INSTANCE_TYPE = "ecs.instance-type";
    public static final String SUBNET_ID = "ecs.subnet-id";

    public Optional<String> attribute(String name) {
        for (var attribute : attributes) {
            if (attribute.name().equals(name)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    public boolean has(String attributeName) {
        for (var attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return true;
            }
        }
        return false;
    }

    public String availabilityZone() {
        return attribute(AVAILABILITY_ZONE).orElse("");
    }

    /// Where the tasks on it get their network interfaces, if they get any.
    public String subnetId() {
        return attribute(SUBNET_ID).orElse("");
    }

    /// Whether ECS may place tasks here at all.
    public boolean takesTasks() {
        return status == ContainerInstanceStatus.ACTIVE && agentConnected;
    }

    /// Known to the cluster: neither deregistered nor on its way in.
    public boolean isRegistered() {
        return status == ContainerInstanceStatus.ACTIVE
                || status == ContainerInstanceStatus.DRAINING;
    }

    public ContainerInstance withStatus(ContainerInstanceStatus next) {
        return with(next, remaining, runningTasksCount, pendingTasksCount, version);
    }

    public ContainerInstance withAgentConnected(boolean next, SimInstant at) {
        return new ContainerInstance(
                id,
                cluster,
                ec2InstanceId,
                capacityProvider,
                status,
                next,
                next == agentConnected ? agentSince : at,
                agentVersion,
                registered,
                remaining,
                runningTasksCount,
                pendingTasksCount,
                attributes,
                registeredAt,
                version);
    }

    public ContainerInstance withCapacityProvider(String next) {
        return new ContainerInstance(
                id,
                cluster,
                ec2InstanceId,
                next,
                status,
                agentConnected,
                agentSince,
                agentVersion,
                registered,
                remaining,
                runningTasksCount,
                pendingTasksCount,
                attributes,
                registeredAt,
                version);
    }

    public ContainerInstance withAttributes(List<Attribute> next) {
        return new ContainerInstance(
                id,
                cluster,
                ec2InstanceId,
                capacityProvider,
                status,
                agentConnected,
                agentSince,
                agentVersion,
                registered,
                remaining,
                runningTasksCount,
                pendingTasksCount,
                next,
                registeredAt,
                version);
    }

    /// With other tasks on it; the same one if nothing has changed.
    public ContainerInstance withTasks(HostResources left, int running, int pending) {
        if (running == runningTasksCount
                && pending == pendingTasksCount
                && left.equals(remaining)) {
            return this;
        }
        return with(status, left, running, pending, version);
    }

    public ContainerInstance withVersion(long next) {
        return with(status, remaining, runningTasksCount, pendingTasksCount, next);
    }

    private ContainerInstance with(
            ContainerInstanceStatus nextStatus,
            HostResources left,
            int running,
            int pending,
            long nextVersion) {
        return new ContainerInstance(
                id,
                cluster,
                ec2InstanceId,
                capacityProvider,
                nextStatus,
                agentConnected,
                agentSince,
                agentVersion,
                registered,
                left,
                running,
                pending,
                attributes,
                registeredAt,
                nextVersion);
    }
}
