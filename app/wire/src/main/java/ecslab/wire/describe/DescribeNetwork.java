package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.NatGateway;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.SecurityGroup;
import ecslab.ecs.model.VpcEndpoint;

/// EC2's `DescribeVpcs`, with what stands in the VPC: subnets, ways out, and security groups.
final class DescribeNetwork {

    private DescribeNetwork() {}

    static void put(ObjectNode json, Network network) {
        json.putArray("Vpcs")
                .addObject()
                .put("VpcId", network.vpcId())
                .put("CidrBlock", network.cidr())
                .put("State", "available");
        var subnets = json.putArray("Subnets");
        network.subnets().forEach(one -> subnets.add(DescribeNeighbours.subnet(one, network)));
        var gateways = json.putArray("NatGateways");
        network.natGateways().forEach(one -> gateways.add(gateway(one, network)));
        var endpoints = json.putArray("VpcEndpoints");
        network.endpoints().forEach(one -> endpoints.add(endpoint(one, network)));
        var groups = json.putArray("SecurityGroups");
        network.securityGroups().forEach(one -> groups.add(group(one, network)));
    }

    private static ObjectNode gateway(NatGateway gateway, Network network) {
        return Shape.object()
                .put("NatGatewayId", gateway.natGatewayId())
                .put("SubnetId", gateway.subnetId())
                .put("State", "available")
                .put("VpcId", network.vpcId());
    }

    private static ObjectNode endpoint(VpcEndpoint endpoint, Network network) {
        return Shape.object()
                .put("VpcEndpointId", endpoint.vpcEndpointId())
                .put("VpcEndpointType", endpoint.isGateway() ? "Gateway" : "Interface")
                .put("ServiceName", endpoint.service())
                .put("State", "available")
                .put("VpcId", network.vpcId());
    }

    private static ObjectNode group(SecurityGroup group, Network network) {
        var json =
                Shape.object()
                        .put("GroupId", group.groupId())
                        .put("GroupName", group.name())
                        .put("VpcId", network.vpcId());
        var permissions = json.putArray("IpPermissions");
        for (var rule : group.ingress()) {
            var permission =
                    permissions
                            .addObject()
                            .put("IpProtocol", "tcp")
                            .put("FromPort", rule.fromPort())
                            .put("ToPort", rule.toPort());
            if (rule.source().equals(SecurityGroup.ANYWHERE)) {
                permission.putArray("IpRanges").addObject().put("CidrIp", rule.source());
            } else {
                permission.putArray("UserIdGroupPairs").addObject().put("GroupId", rule.source());
            }
        }
        return json;
    }
}
