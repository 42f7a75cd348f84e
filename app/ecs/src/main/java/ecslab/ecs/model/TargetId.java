package ecslab.ecs.model;

/// What a target group knows of a target: an address or an instance, and a port.
///
/// @param targetGroup the group's name
/// @param address a private IPv4 address, or an EC2 instance's id where the group has instances
public record TargetId(String targetGroup, String address, int port)
        implements Comparable<TargetId> {

    @Override
    public String toString() {
        return targetGroup + "/" + address + ":" + port;
    }

    @Override
    public int compareTo(TargetId other) {
        var byGroup = targetGroup.compareTo(other.targetGroup);
        var byAddress = byGroup != 0 ? byGroup : address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }
}
