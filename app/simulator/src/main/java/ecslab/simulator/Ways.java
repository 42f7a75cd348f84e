package ecslab.simulator;

import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Subnet;
import java.util.List;

/// Whether a way leads from a machine to a registry (behaviour reference §4.1).
final class Ways {

    /// What a pull from ECR needs where there is no way out: its two endpoints, and S3's for the
    /// layers.
    private static final List<String> FOR_ECR = List.of("ecr.api", "ecr.dkr", "s3");

    private Ways() {}

    static boolean reaches(FleetState state, Machine machine, String image) {
        return leadsOut(state, machine)
                || (isEcr(image) && FOR_ECR.stream().allMatch(one -> isOpen(state.network, one)));
    }

    /// @param service as its endpoint is called, such as `logs`
    static boolean reachesService(FleetState state, Machine machine, String service) {
        return leadsOut(state, machine) || isOpen(state.network, service);
    }

    private static boolean leadsOut(FleetState state, Machine machine) {
        var host = state.hosts.get(machine.host);
        var own = machine.networkInterface;
        var publicAddress =
                own.isPresent()
                        ? own.get().publicIpv4Address()
                        : host == null ? "" : host.publicAddress;
        return leadsOut(state.network, machine.subnet, !publicAddress.isEmpty());
    }

    /// A public subnet leads out for those who have a public address; a private one through a NAT
    /// gateway.
    private static boolean leadsOut(Network network, Subnet subnet, boolean hasPublicAddress) {
        if (!network.internetGatewayOpen()) {
            return false;
        }
        if (subnet.publicRoute()) {
            return hasPublicAddress;
        }
        var zone = subnet.availabilityZone();
        var own =
                network.natGateways().stream()
                        .filter(one ->
                                network.subnet(one.subnetId())
                                        .filter(in -> in.availabilityZone().equals(zone))
                                        .isPresent())
                        .findFirst();
        return own.or(() -> network.natGateways().stream().findFirst())
                .filter(gateway -> gateway.open())
                .isPresent();
    }

    private static boolean isOpen(Network network, String service) {
        return network.endpoints().stream()
                .anyMatch(one -> one.service().equals(service) && one.open());
    }

    private static boolean isEcr(String image) {
        return ImageName.parse(image).host().contains(".dkr.ecr.");
    }
}
