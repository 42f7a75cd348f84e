package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.HostResources;
import java.util.List;
import java.util.stream.IntStream;

/// `DescribeContainerInstances`, `DescribeCapacityProviders`, and of EC2 what stands below them.
final class DescribeCapacity {

    private DescribeCapacity() {}

    static ObjectNode containerInstance(ContainerInstance instance, RunHeader run) {
        var json = Shape.object();
        json.put(
                "containerInstanceArn",
                run.arns().containerInstance(instance.cluster(), instance.id()));
        json.put("ec2InstanceId", instance.ec2InstanceId());
        Shape.text(json, "capacityProviderName", instance.capacityProvider());
        json.put("version", instance.version());
        json.putObject("versionInfo").put("agentVersion", instance.agentVersion());
        json.set("remainingResources", resources(instance.remaining()));
        json.set("registeredResources", resources(instance.registered()));
        json.put("status", instance.status().name());
        json.put("agentConnected", instance.agentConnected());
        json.put("runningTasksCount", instance.runningTasksCount());
        json.put("pendingTasksCount", instance.pendingTasksCount());
        var attributes = json.putArray("attributes");
        for (var attribute : instance.attributes()) {
            var item = attributes.addObject().put("name", attribute.name());
            Shape.text(item, "value", attribute.value());
        }
        Shape.time(json, "registeredAt", instance.registeredAt(), run);
        json.putArray("attachments");
        json.putArray("tags");
        InstanceHealth.into(json, instance, run);
        return json;
    }

    private static ArrayNode resources(HostResources resources) {
        var items = Shape.array();
        items.add(amount("CPU", resources.cpuUnits()));
        items.add(amount("MEMORY", resources.memoryMib()));
        items.add(ports("PORTS", resources.ports()));
        items.add(ports("PORTS_UDP", resources.portsUdp()));
        if (resources.gpus() > 0) {
            var ids = IntStream.range(0, resources.gpus()).mapToObj(i -> "GPU-" + i).toList();
            items.add(set("GPU", Shape.texts(ids)));
        }
        return items;
    }

    private static ObjectNode amount(String name, int value) {
        return Shape.object()
                .put("name", name)
                .put("type", "INTEGER")
                .put("doubleValue", 0.0)
                .put("longValue", 0)
                .put("integerValue", value);
    }

    private static ObjectNode ports(String name, List<Integer> ports) {
        return set(name, Shape.texts(ports));
    }

    private static ObjectNode set(String name, ArrayNode values) {
        var json =
                Shape.object()
                        .put("name", name)
                        .put("type", "STRINGSET")
                        .put("doubleValue", 0.0)
                        .put("longValue", 0)
                        .put("integerValue", 0);
        json.set("stringSetValue", values);
        return json;
    }

    static ObjectNode capacityProvider(
            CapacityProvider provider, List<AutoScalingGroup> groups, RunHeader run) {
        var json = Shape.object();
        json.put("capacityProviderArn", provider.arn());
        json.put("name", provider.name());
        json.put("status", provider.status());
        if (!CapacityProvider.isFargate(provider.name())) {
            var group = json.putObject("autoScalingGroupProvider");
            groups.stream()
                    .filter(one -> one.name().equals(provider.autoScalingGroup()))
                    .forEach(one -> group.put("autoScalingGroupArn", one.arn()));
            var scaling = provider.managedScaling();
            group.putObject("managedScaling")
                    .put("status", enabled(scaling.enabled()))
                    .put("targetCapacity", scaling.targetCapacity())
                    .put("minimumScalingStepSize", scaling.minimumScalingStepSize())
                    .put("maximumScalingStepSize", scaling.maximumScalingStepSize())
                    .put("instanceWarmupPeriod", scaling.instanceWarmupPeriod());
            group.put(
                    "managedTerminationProtection",
                    enabled(provider.managedTerminationProtection()));
            group.put("managedDraining", enabled(provider.managedDraining()));
        }
        Shape.text(json, "updateStatus", provider.updateStatus());
        json.putArray("tags");
        return json;
    }

    private static String enabled(boolean is) {
        return is ? "ENABLED" : "DISABLED";
    }

    static ArrayNode strategy(List<CapacityProviderStrategyItem> strategy) {
        var items = Shape.array();
        for (var item : strategy) {
            items.addObject()
                    .put("capacityProvider", item.capacityProvider())
                    .put("weight", item.weight())
                    .put("base", item.base());
        }
        return items;
    }

    /// One of Auto Scaling's `DescribeAutoScalingGroups`.
    static ObjectNode autoScalingGroup(AutoScalingGroup group, List<Ec2Instance> instances) {
        var json = Shape.object();
        json.put("AutoScalingGroupName", group.name());
        json.put("AutoScalingGroupARN", group.arn());
        json.put("MinSize", group.minSize());
        json.put("MaxSize", group.maxSize());
        json.put("DesiredCapacity", group.desiredCapacity());
        json.put("VPCZoneIdentifier", String.join(",", group.subnets()));
        var items = json.putArray("Instances");
        instances.stream()
                .filter(one -> one.autoScalingGroup().equals(group.name()) && one.isAlive())
                .forEach(one ->
                        items.addObject()
                                .put("InstanceId", one.instanceId())
                                .put("InstanceType", one.instanceType())
                                .put("AvailabilityZone", one.availabilityZone())
                                .put("HealthStatus", "Healthy"));
        return json;
    }

    /// One of EC2's `DescribeInstances`.
    static ObjectNode instance(Ec2Instance instance) {
        var json = Shape.object();
        json.put("InstanceId", instance.instanceId());
        json.put("InstanceType", instance.instanceType());
        json.putObject("State").put("Name", instance.state().printed());
        json.put("SubnetId", instance.subnetId());
        json.put("PrivateIpAddress", instance.privateIpv4Address());
        Shape.text(json, "PublicIpAddress", instance.publicIpv4Address());
        json.putObject("Placement").put("AvailabilityZone", instance.availabilityZone());
        var groups = json.putArray("SecurityGroups");
        instance.securityGroups().forEach(id -> groups.addObject().put("GroupId", id));
        json.putArray("Tags").addObject().put("Key", "Name").put("Value", instance.name());
        return json;
    }
}
