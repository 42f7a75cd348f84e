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
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.time.Spans;
import java.time.Duration;
import java.util.List;

/// Writes what [CapacityCommands] reads.
final class CapacityJson {

    private CapacityJson() {}

    static ObjectNode of(CapacityCommand command) {
        return switch (command) {
            case ClusterCommand some -> ClusterCommandJson.of(some);
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
            case LabCapacity.LabStopInstance(var name) -> instance(name);
            case LabCapacity.LabStartStoppedInstance(var name) -> instance(name);
            case LabCapacity.LabDisconnectAgent(var name) -> instance(name);
            case LabCapacity.LabReconnectAgent(var name) -> instance(name);
            case LabCapacity.LabSecurityGroup group -> group(group);
            case LabCapacity.LabCloseRoute(var route) -> object().put("route", route);
            case LabCapacity.LabOpenRoute(var route) -> object().put("route", route);
            case LabCapacity.LabInterruptFargateSpot _, LabCapacity.LabReturnFargateSpot _ ->
                    object();
        };
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
        if (template.containerStopTimeout() instanceof Given.Value<Duration>(var span)) {
            json.put("containerStopTimeout", Spans.format(span));
        }
        if (template.registersIn() instanceof Given.Value<Duration>(var span)) {
            json.put("registersIn", Spans.format(span));
        }
        return json;
    }

    static void texts(ObjectNode json, String name, List<String> texts) {
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

    static void text(ObjectNode json, String name, Given<String> given) {
        if (given instanceof Given.Value<String>(var value)) {
            json.put(name, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
