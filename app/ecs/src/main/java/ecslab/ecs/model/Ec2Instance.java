package ecslab.ecs.model;

import java.util.List;

/// A virtual machine. ECS sees of it what its agent registers: a [ContainerInstance].
///
/// @param instanceId `i-` and 17 hexadecimal digits
/// @param name `GROUP#n`: the nth instance that its group, or its command, ever started
/// @param autoScalingGroup empty if none started it
/// @param privateIpv4Address empty until it runs
/// @param publicIpv4Address empty if it has none
/// @param trunking whether it started with `awsvpcTrunking`, so that its tasks' network interfaces
///   are branches of one trunk
public record Ec2Instance(
        String instanceId,
        String name,
        String autoScalingGroup,
        String instanceType,
        String availabilityZone,
        String subnetId,
        String privateIpv4Address,
        String publicIpv4Address,
        List<String> securityGroups,
        boolean trunking,
        Ec2InstanceState state) {

    public Ec2Instance withState(Ec2InstanceState next) {
        return new Ec2Instance(
                instanceId,
                name,
                autoScalingGroup,
                instanceType,
                availabilityZone,
                subnetId,
                privateIpv4Address,
                publicIpv4Address,
                securityGroups,
                trunking,
                next);
    }

    public Ec2Instance withAddresses(String privateAddress, String publicAddress) {
        return new Ec2Instance(
                instanceId,
                name,
                autoScalingGroup,
                instanceType,
                availabilityZone,
                subnetId,
                privateAddress,
                publicAddress,
                securityGroups,
                trunking,
                state);
    }

    /// Whether it is off and can be started again.
    public boolean isStopped() {
        return state == Ec2InstanceState.STOPPED;
    }

    /// Whether it can still be terminated.
    public boolean isThere() {
        return state != Ec2InstanceState.SHUTTING_DOWN && state != Ec2InstanceState.TERMINATED;
    }

    /// Whether it runs, or is about to.
    public boolean isAlive() {
        return state == Ec2InstanceState.PENDING || state == Ec2InstanceState.RUNNING;
    }
}
