package ecslab.ecs.model;

/// A NAT gateway: the way out of private subnets.
///
/// @param name the name of the public subnet that it stands in
/// @param open whether routes lead to it
public record NatGateway(String name, String natGatewayId, String subnetId, boolean open) {

    public NatGateway withOpen(boolean next) {
        return new NatGateway(name, natGatewayId, subnetId, next);
    }
}
