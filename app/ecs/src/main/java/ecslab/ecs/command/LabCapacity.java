package ecslab.ecs.command;

import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.SecurityGroup;
import java.time.Duration;
import java.util.List;

/// Our own commands about what tasks run on, and about the ways that lead there.
public sealed interface LabCapacity extends CapacityCommand {

    @Override
    default String api() {
        return "lab";
    }

    /// `lab:SecurityGroup`: creates one, or replaces its rules.
    record LabSecurityGroup(String name, List<SecurityGroup.Ingress> ingress)
            implements LabCapacity {}

    /// What instances are started from.
    ///
    /// @param cluster `ECS_CLUSTER` in their user data
    /// @param subnets ids; they are spread over them in order. None: all public ones, or all
    /// @param attributes custom ones
    /// @param reservedMemoryMib `ECS_RESERVED_MEMORY`
    /// @param imagePullBehavior `ECS_IMAGE_PULL_BEHAVIOR`; empty for the agent's default
    /// @param containerStopTimeout `ECS_CONTAINER_STOP_TIMEOUT`
    /// @param registersIn from the start until the agent has registered the instance
    record InstanceTemplate(
            String cluster,
            String instanceType,
            List<String> subnets,
            List<String> securityGroups,
            List<Attribute> attributes,
            int reservedMemoryMib,
            String imagePullBehavior,
            Given<Duration> containerStopTimeout,
            Given<Duration> registersIn) {}

    /// `lab:AutoScalingGroup`: a launch template and the group that starts instances from it.
    record LabAutoScalingGroup(
            String name, InstanceTemplate template, int min, int max, int desired)
            implements LabCapacity {}

    /// `lab:StartInstances`: instances that belong to no group.
    record LabStartInstances(String name, InstanceTemplate template, int count)
            implements LabCapacity {}

    /// `lab:TerminateInstance`
    ///
    /// @param instance its name, such as `web#1`
    record LabTerminateInstance(String instance) implements LabCapacity {}

    /// `lab:StopInstance`: EC2's StopInstances. What runs on it ends; the instance stays.
    record LabStopInstance(String instance) implements LabCapacity {}

    /// `lab:StartStoppedInstance`: EC2's StartInstances. Its agent registers it as the container
    /// instance that it was.
    record LabStartStoppedInstance(String instance) implements LabCapacity {}

    /// `lab:DisconnectAgent`: ECS no longer hears the agent; what runs goes on.
    record LabDisconnectAgent(String instance) implements LabCapacity {}

    /// `lab:ReconnectAgent`
    record LabReconnectAgent(String instance) implements LabCapacity {}

    /// `lab:CloseRoute`
    ///
    /// @param route `internetGateway`, `natGateway/NAME`, `endpoint/SERVICE` or
    ///   `securityGroup/NAME`
    record LabCloseRoute(String route) implements LabCapacity {}

    /// `lab:OpenRoute`
    record LabOpenRoute(String route) implements LabCapacity {}

    /// `lab:InterruptFargateSpot`: AWS takes Spot capacity back, and has none to give until
    /// `lab:ReturnFargateSpot`.
    record LabInterruptFargateSpot() implements LabCapacity {}

    /// `lab:ReturnFargateSpot`
    record LabReturnFargateSpot() implements LabCapacity {}
}
