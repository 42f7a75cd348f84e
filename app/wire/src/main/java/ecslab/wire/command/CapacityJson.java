package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.CapacityCommand;
import ecslab.ecs.command.ClusterCommand;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.InstanceCommand;
import ecslab.ecs.command.LabCapacity;
import ecslab.ecs.command.LabCapacity.InstanceTemplate;
import ecslab.ecs.model.CapacityProvider.ManagedScaling;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.time.Spans;
import ecslab.wire.output.Echo;
import java.time.Duration;
import java.util.List;

/// Writes what [CapacityCommands] reads.
final class CapacityJson {

    private CapacityJson() {}

    static ObjectNode of(CapacityCommand command) {
        return switch (command) {
            case ClusterCommand.CreateCluster create -> createCluster(create);
            case ClusterCommand.DeleteCluster(var cluster) -> object().put("cluster", cluster);
            case ClusterCommand.PutClusterCapacityProviders put -> put(put);
            case ClusterCommand.CreateCapacityProvider create -> create(create);
            case ClusterCommand.DeleteCapacityProvider(var name) ->
                    object().put("capacityProvider", name);
            case AttributeCommand some -> AttributeCommands.json(some);
            case InstanceCommand.UpdateContainerInstancesState(
                            var cluster,
                            var instances,
                            var status) -> {
                var json = object();
                text(json, "cluster", cluster);
                var items = json.putArray("containerInstances");
                instances.forEach(items::add);
                yield json.put("status", status);
            }
            case InstanceCommand.DeregisterContainerInstance(
                            var cluster,
                            var instance,
                            var force) -> {
                var json = object();
                text(json, "cluster", cluster);
                json.put("containerInstance", instance);
                if (force instanceof Given.Value<Boolean>(var value)) {
                    json.put("force", value);
                }
                yield json;
            }
            case ClusterCommand.PutAccountSetting(var name, var value) ->
                    object().put("name", name).put("value", value);
            case LabCapacity.LabAutoScalingGroup(
                            var name,
                            var template,
                            int min,
                            int max,
                            int desired) ->
                    template(object().put("name", name), template)
                            .put("min", min)
                            .put("max", max)
                            .put("desired", desired);
            case LabCapacity.LabStartInstances(var name, var template, int count) ->
                    template(object().put("name", name), template).put("count", count);
            case LabCapacity.LabTerminateInstance(var name) -> instance(name);
            case LabCapacity.LabDisconnectAgent(var name) -> instance(name);
            case LabCapacity.LabReconnectAgent(var name) -> instance(name);
            case LabCapacity.LabSecurityGroup group -> group(group);
            case LabCapacity.LabCloseRoute(var route) -> object().put("route", route);
            case LabCapacity.LabOpenRoute(var route) -> object().put("route", route);
            case LabCapacity.LabInterruptFargateSpot _, LabCapacity.LabReturnFargateSpot _ ->
                    object();
        };
    }

    private static ObjectNode createCluster(ClusterCommand.CreateCluster create) {
        var json = object();
        text(json, "clusterName", create.clusterName());
        texts(json, "capacityProviders", create.capacityProviders());
        strategy(json, "defaultCapacityProviderStrategy", create.defaultCapacityProviderStrategy());
        Echo.into(json, create.unmodelled());
        return json;
    }

    private static ObjectNode put(ClusterCommand.PutClusterCapacityProviders put) {
        var json = object().put("cluster", put.cluster());
        var providers = json.putArray("capacityProviders");
        put.capacityProviders().forEach(providers::add);
        json.putArray("defaultCapacityProviderStrategy");
        strategy(json, "defaultCapacityProviderStrategy", put.defaultCapacityProviderStrategy());
        return json;
    }

    private static ObjectNode create(ClusterCommand.CreateCapacityProvider create) {
        var json = object().put("name", create.name());
        var group = json.putObject("autoScalingGroupProvider");
        group.put("autoScalingGroupArn", create.autoScalingGroupArn());
        var scaling = create.managedScaling();
        if (!scaling.equals(ManagedScaling.DISABLED)) {
            group.putObject("managedScaling")
                    .put("status", enabled(scaling.enabled()))
                    .put("targetCapacity", scaling.targetCapacity())
                    .put("minimumScalingStepSize", scaling.minimumScalingStepSize())
                    .put("maximumScalingStepSize", scaling.maximumScalingStepSize())
                    .put("instanceWarmupPeriod", scaling.instanceWarmupPeriod());
        }
        if (create.managedTerminationProtection()) {
            group.put("managedTerminationProtection", enabled(true));
        }
        if (!create.managedDraining()) {
            group.put("managedDraining", enabled(false));
        }
        Echo.into(json, create.unmodelled());
        return json;
    }

    private static String enabled(boolean is) {
        return is ? "ENABLED" : "DISABLED";
    }

    /// Left out if it is empty.
    static void strategy(
            ObjectNode json, String name, List<CapacityProviderStrategyItem> strategy) {
        if (strategy.isEmpty()) {
            return;
        }
        var items = json.putArray(name);
        for (var item : strategy) {
            var one = items.addObject().put("capacityProvider", item.capacityProvider());
            if (item.weight() != 0) {
                one.put("weight", item.weight());
            }
            if (item.base() != 0) {
                one.put("base", item.base());
            }
        }
    }

    private static ObjectNode template(ObjectNode json, InstanceTemplate template) {
        json.put("cluster", template.cluster()).put("instanceType", template.instanceType());
        texts(json, "subnets", template.subnets());
        texts(json, "securityGroups", template.securityGroups());
        if (!template.attributes().isEmpty()) {
            var attributes = json.putObject("attributes");
            template.attributes().forEach(one -> attributes.put(one.name(), one.value()));
        }
        if (template.reservedMemoryMib() > 0) {
            json.put("reservedMemory", template.reservedMemoryMib());
        }
        if (!template.imagePullBehavior().isEmpty()) {
            json.put("imagePullBehavior", template.imagePullBehavior());
        }
        if (template.registersIn() instanceof Given.Value<Duration>(var span)) {
            json.put("registersIn", Spans.format(span));
        }
        return json;
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            var items = json.putArray(name);
            texts.forEach(items::add);
        }
    }

    private static ObjectNode instance(String name) {
        return object().put("instance", "instance/" + name);
    }

    private static ObjectNode group(LabCapacity.LabSecurityGroup group) {
        var json = object().put("name", group.name());
        var rules = json.putArray("ingress");
        for (var rule : group.ingress()) {
            var one = rules.addObject().put("port", rule.fromPort());
            if (rule.toPort() != rule.fromPort()) {
                one.put("toPort", rule.toPort());
            }
            one.put("from", rule.source());
        }
        return json;
    }

    private static void text(ObjectNode json, String name, Given<String> given) {
        if (given instanceof Given.Value<String>(var value)) {
            json.put(name, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
