package ecslab.ecs.model;

import java.util.List;

/// What a container instance has to give, or has left.
///
/// @param cpuUnits 1,024 = one vCPU
/// @param memoryMib less than the instance type's name says: the operating system takes its part
/// @param ports TCP ports of the host that are reserved, in order
/// @param portsUdp UDP ports of the host that are reserved, in order
/// @param enis how many tasks can have a network interface of their own. ECS doesn't show it
/// @param gpus how many GPUs; a container has one to itself
public record HostResources(
        int cpuUnits,
        int memoryMib,
        List<Integer> ports,
        List<Integer> portsUdp,
        int enis,
        int gpus) {

    /// Of a machine without GPUs.
    public HostResources(
            int cpuUnits, int memoryMib, List<Integer> ports, List<Integer> portsUdp, int enis) {
        this(cpuUnits, memoryMib, ports, portsUdp, enis, 0);
    }
}
