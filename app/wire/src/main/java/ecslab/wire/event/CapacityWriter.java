package ecslab.wire.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.TextNode;
import ecslab.ecs.model.Attribute;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterSetting;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Unmodelled;
import ecslab.wire.output.JsonText;
import java.io.IOException;
import java.util.List;

/// Writes what tasks run on, and the network around it.
class CapacityWriter extends LineWriter {

    CapacityWriter(JsonGenerator out) {
        super(out);
    }

    void instance(String name, Ec2Instance instance) throws IOException {
        open(name);
        text("instanceId", instance.instanceId());
        text("name", instance.name());
        text("autoScalingGroup", instance.autoScalingGroup());
        text("instanceType", instance.instanceType());
        text("availabilityZone", instance.availabilityZone());
        text("subnetId", instance.subnetId());
        text("privateIpv4Address", instance.privateIpv4Address());
        text("publicIpv4Address", instance.publicIpv4Address());
        texts("securityGroups", instance.securityGroups());
        flag("trunking", instance.trunking());
        text("state", instance.state().printed());
        close();
    }

    void containerInstance(String name, ContainerInstance instance) throws IOException {
        open(name);
        text("id", instance.id());
        text("cluster", instance.cluster());
        text("ec2InstanceId", instance.ec2InstanceId());
        text("capacityProvider", instance.capacityProvider());
        text("status", instance.status());
        flag("agentConnected", instance.agentConnected());
        moment("agentSince", instance.agentSince());
        text("agentVersion", instance.agentVersion());
        resources("registered", instance.registered());
        resources("remaining", instance.remaining());
        number("runningTasksCount", instance.runningTasksCount());
        number("pendingTasksCount", instance.pendingTasksCount());
        open("attributes");
        for (var attribute : instance.attributes()) {
            if (!attribute.isCapability()) {
                raw(attribute.name(), JsonText.compact(TextNode.valueOf(attribute.value())));
            }
        }
        close();
        if (instance.version() == 1) {
            capabilities(instance);
        }
        moment("registeredAt", instance.registeredAt());
        number("version", instance.version());
        close();
    }

    /// What its agent can do stays as it was registered.
    private void capabilities(ContainerInstance instance) throws IOException {
        texts(
                "capabilities",
                instance.attributes().stream()
                        .filter(Attribute::isCapability)
                        .map(Attribute::name)
                        .toList());
    }

    private void resources(String name, HostResources resources) throws IOException {
        open(name);
        number("cpu", resources.cpuUnits());
        number("memory", resources.memoryMib());
        texts("ports", resources.ports());
        texts("portsUdp", resources.portsUdp());
        number("enis", resources.enis());
        if (resources.gpus() != 0) {
            number("gpus", resources.gpus());
        }
        close();
    }

    void autoScalingGroup(String name, AutoScalingGroup group) throws IOException {
        open(name);
        text("name", group.name());
        text("cluster", group.cluster());
        text("instanceType", group.instanceType());
        number("minSize", group.minSize());
        number("maxSize", group.maxSize());
        number("desiredCapacity", group.desiredCapacity());
        texts("subnets", group.subnets());
        texts("securityGroups", group.securityGroups());
        close();
    }

    void capacityProvider(String name, CapacityProvider provider) throws IOException {
        open(name);
        text("name", provider.name());
        text("status", provider.status());
        text("updateStatus", provider.updateStatus());
        text("autoScalingGroup", provider.autoScalingGroup());
        flag("managedScaling", provider.managedScaling().enabled());
        number("targetCapacity", provider.managedScaling().targetCapacity());
        flag("managedTerminationProtection", provider.managedTerminationProtection());
        flag("managedDraining", provider.managedDraining());
        close();
    }

    /// Left out if there is none.
    void strategy(String name, List<CapacityProviderStrategyItem> strategy) throws IOException {
        if (strategy.isEmpty()) {
            return;
        }
        openList(name);
        for (var item : strategy) {
            open();
            text("capacityProvider", item.capacityProvider());
            number("base", item.base());
            number("weight", item.weight());
            close();
        }
        closeList();
    }

    void network(String name, Network network) throws IOException {
        open(name);
        text("vpcId", network.vpcId());
        text("cidr", network.cidr());
        openList("subnets");
        for (var subnet : network.subnets()) {
            open();
            text("name", subnet.name());
            text("subnetId", subnet.subnetId());
            text("availabilityZone", subnet.availabilityZone());
            text("cidr", subnet.cidr());
            flag("publicRoute", subnet.publicRoute());
            close();
        }
        closeList();
        if (!network.internetGatewayOpen()) {
            flag("internetGatewayOpen", false);
        }
        ways(network);
        securityGroups(network);
        close();
    }

    private void ways(Network network) throws IOException {
        for (var gateway : network.natGateways()) {
            open("natGateway/" + gateway.name());
            text("natGatewayId", gateway.natGatewayId());
            text("subnetId", gateway.subnetId());
            flag("open", gateway.open());
            close();
        }
        for (var endpoint : network.endpoints()) {
            open("endpoint/" + endpoint.service());
            text("vpcEndpointId", endpoint.vpcEndpointId());
            flag("open", endpoint.open());
            close();
        }
    }

    private void securityGroups(Network network) throws IOException {
        for (var group : network.securityGroups()) {
            open("securityGroup/" + group.name());
            text("groupId", group.groupId());
            openList("ingress");
            for (var rule : group.ingress()) {
                open();
                number("fromPort", rule.fromPort());
                number("toPort", rule.toPort());
                text("source", rule.source());
                close();
            }
            closeList();
            close();
        }
    }

    void cluster(String name, ClusterDescription cluster) throws IOException {
        open(name);
        text("name", cluster.name());
        text("status", cluster.status());
        if (cluster.registeredContainerInstancesCount() > 0) {
            number(
                    "registeredContainerInstancesCount",
                    cluster.registeredContainerInstancesCount());
        }
        number("runningTasksCount", cluster.runningTasksCount());
        number("pendingTasksCount", cluster.pendingTasksCount());
        number("activeServicesCount", cluster.activeServicesCount());
        texts("capacityProviders", cluster.capacityProviders());
        strategy("defaultCapacityProviderStrategy", cluster.defaultCapacityProviderStrategy());
        text("attachmentsStatus", cluster.attachmentsStatus());
        if (!cluster.containerInsights().equals(ClusterSetting.DISABLED)) {
            text("containerInsights", cluster.containerInsights());
        }
        unmodelled(cluster.unmodelled());
        close();
    }

    void unmodelled(Unmodelled unmodelled) throws IOException {
        if (!unmodelled.fields().isEmpty()) {
            open("unmodelled");
            for (var field : unmodelled.fields().entrySet()) {
                raw(field.getKey(), field.getValue());
            }
            close();
        }
    }
}
