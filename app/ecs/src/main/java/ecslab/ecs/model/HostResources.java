package ecslab.ecs.model;

import java.util.List;

/// What a container instance has to give, or has left.
///
/// @param cpuUnits 1,024 = one vCPU
/// @param memoryMib less than the instance type's name says: the operating system takes its part
/// @param ports TCP ports of the host that are reserved, in order
/// @param portsUdp UDP ports of the host that are reserved, in order
/// @param enis how many tasks can have a network interface of their own. ECS doesn't show it
public record HostResources(
        int cpuUnits, int memoryMib, List<Integer> ports, List<Integer> portsUdp, int enis) {}
