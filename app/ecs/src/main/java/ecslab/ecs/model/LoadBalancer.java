package ecslab.ecs.model;

import java.util.List;

/// A load balancer. What it does with requests is said by its [Listener]s.
///
/// @param scheme `internet-facing` or `internal`
/// @param subnets ids: its nodes stand in their Availability Zones
/// @param securityGroups ids; none while the network filters nothing
public record LoadBalancer(
        String name,
        String arn,
        String dnsName,
        Type type,
        String scheme,
        List<String> subnets,
        List<String> securityGroups,
        ElbAttributes attributes) {

    public static final String INTERNET_FACING = "internet-facing";

    /// An Application Load Balancer as the console makes it.
    public LoadBalancer(
            String name,
            String arn,
            String dnsName,
            List<String> subnets,
            List<String> securityGroups) {
        this(
                name,
                arn,
                dnsName,
                Type.APPLICATION,
                INTERNET_FACING,
                subnets,
                securityGroups,
                ElbAttributes.ofLoadBalancer(Type.APPLICATION));
    }

    /// The kinds that differ in what they can do.
    public enum Type {
        APPLICATION("application"),
        NETWORK("network"),
        CLASSIC("classic");

        private final String printed;

        Type(String printed) {
            this.printed = printed;
        }

        public String printed() {
            return printed;
        }
    }

    /// Whether nodes also send to targets in other Availability Zones than their own.
    public boolean crossesZones() {
        return type == Type.CLASSIC || attributes.isOn(ElbAttributes.CROSS_ZONE);
    }

    public LoadBalancer withAttributes(ElbAttributes next) {
        return new LoadBalancer(name, arn, dnsName, type, scheme, subnets, securityGroups, next);
    }
}
