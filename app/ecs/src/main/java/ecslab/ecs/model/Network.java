package ecslab.ecs.model;

import java.util.List;
import java.util.Optional;

/// The VPC that a scenario runs in.
///
/// @param internetGatewayOpen whether public subnets' routes to the internet gateway lead anywhere
/// @param securityGroups none: then nothing is filtered. As soon as there is one, the VPC's
///   [SecurityGroup#DEFAULT] is among them
public record Network(
        String vpcId,
        String cidr,
        List<Subnet> subnets,
        boolean internetGatewayOpen,
        List<NatGateway> natGateways,
        List<VpcEndpoint> endpoints,
        List<SecurityGroup> securityGroups) {

    public static final Network NONE = new Network("", "", List.of());

    /// A network with nothing in it but subnets.
    public Network(String vpcId, String cidr, List<Subnet> subnets) {
        this(vpcId, cidr, subnets, true, List.of(), List.of(), List.of());
    }

    public List<String> availabilityZones() {
        return subnets.stream().map(Subnet::availabilityZone).distinct().toList();
    }

    public Optional<Subnet> subnet(String subnetId) {
        for (var subnet : subnets) {
            if (subnet.subnetId().equals(subnetId)) {
                return Optional.of(subnet);
            }
        }
        return Optional.empty();
    }

    public Network withInternetGatewayOpen(boolean open) {
        return new Network(vpcId, cidr, subnets, open, natGateways, endpoints, securityGroups);
    }

    public Network withNatGateways(List<NatGateway> next) {
        return new Network(
                vpcId, cidr, subnets, internetGatewayOpen, next, endpoints, securityGroups);
    }

    public Network withEndpoints(List<VpcEndpoint> next) {
        return new Network(
                vpcId, cidr, subnets, internetGatewayOpen, natGateways, next, securityGroups);
    }

    public Network withSecurityGroups(List<SecurityGroup> next) {
        return new Network(vpcId, cidr, subnets, internetGatewayOpen, natGateways, endpoints, next);
    }
}
