package ecslab.ecs.model;

/// A subnet of the scenario's VPC.
///
/// @param name how a scenario calls it: `a` for the first Availability Zone's, and so on
/// @param publicRoute whether its route table leads to an internet gateway
public record Subnet(
        String name, String subnetId, String availabilityZone, String cidr, boolean publicRoute) {}
