package ecslab.ecs.model;

import java.util.Comparator;

/// What a target group knows of a target: an address and a port.
///
/// @param targetGroup the group's name
/// @param address a private IPv4 address
public record TargetId(String targetGroup, String address, int port)
        implements Comparable<TargetId> {

    private static final Comparator<TargetId> ORDER =
            Comparator.comparing(TargetId::targetGroup)
                    .thenComparing(TargetId::address)
                    .thenComparingInt(TargetId::port);

    @Override
    public String toString() {
        return targetGroup + "/" + address + ":" + port;
    }

    @Override
    public int compareTo(TargetId other) {
        return ORDER.compare(this, other);
    }
}
