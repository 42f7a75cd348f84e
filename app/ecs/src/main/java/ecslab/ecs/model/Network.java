package ecslab.ecs.model;

import java.util.List;

/// The VPC that a scenario runs in.
public record Network(String vpcId, String cidr, List<Subnet> subnets) {

    public static final Network NONE = new Network("", "", List.of());

    public List<String> availabilityZones() {
        return subnets.stream().map(Subnet::availabilityZone).distinct().toList();
    }
}
