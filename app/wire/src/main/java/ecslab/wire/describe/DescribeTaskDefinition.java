package ecslab.wire.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.EnvironmentVariable;
import ecslab.ecs.model.PortMapping;
import ecslab.ecs.model.RequiredAttributes;
import ecslab.ecs.model.TaskDefinition;
import ecslab.wire.output.Echo;
import ecslab.wire.output.PlacementJson;
import ecslab.wire.output.SettingsJson;
import java.util.List;
import java.util.Optional;

/// `DescribeTaskDefinition`: what was registered, and what ECS added.
final class DescribeTaskDefinition {

    private DescribeTaskDefinition() {}

    /// The whole response: tags stand beside the task definition, not in it.
    static ObjectNode response(TaskDefinition definition, RunHeader run) {
        var inside = taskDefinition(definition, run);
        var tags = Optional.<JsonNode>ofNullable(inside.remove("tags")).orElseGet(Shape::array);
        var response = Shape.object();
        response.set("taskDefinition", inside);
        response.set("tags", tags);
        return response;
    }

    static ObjectNode taskDefinition(TaskDefinition definition, RunHeader run) {
        var json = Shape.object();
        json.put("taskDefinitionArn", run.arns().taskDefinition(definition.name()));
        json.put("family", definition.name().family());
        json.put("revision", definition.name().revision());
        json.put("status", definition.status().name());
        json.put("networkMode", definition.networkMode().printed());
        var attributes = json.putArray("requiresAttributes");
        RequiredAttributes.names(definition)
                .forEach(name -> attributes.addObject().put("name", name));
        json.set("compatibilities", Shape.texts(definition.compatibilities()));
        json.set("requiresCompatibilities", Shape.texts(definition.requiresCompatibilities()));
        amount(json, "cpu", definition.cpuUnits());
        amount(json, "memory", definition.memoryMib());
        Shape.text(json, "executionRoleArn", definition.executionRoleArn());
        Shape.text(json, "taskRoleArn", definition.taskRoleArn());
        var containers = json.putArray("containerDefinitions");
        definition.containerDefinitions().forEach(one -> containers.add(container(one)));
        if (!definition.volumes().isEmpty()) {
            var volumes = json.putArray("volumes");
            for (var volume : definition.volumes()) {
                Echo.into(volumes.addObject().put("name", volume.name()), volume.unmodelled());
            }
        }
        PlacementJson.into(json, definition.placementConstraints());
        SettingsJson.platform(json, definition.runtimePlatform());
        if (definition.ephemeralStorageGib() > 0) {
            json.putObject("ephemeralStorage").put("sizeInGiB", definition.ephemeralStorageGib());
        }
        Shape.time(json, "registeredAt", definition.registeredAt(), run);
        Echo.into(json, definition.unmodelled());
        return json;
    }

    /// A text, as in AWS; left out if none was given.
    private static void amount(ObjectNode json, String name, int amount) {
        if (amount > 0) {
            json.put(name, String.valueOf(amount));
        }
    }

    private static ObjectNode container(ContainerDefinition container) {
        var json = Shape.object();
        json.put("name", container.name());
        json.put("image", container.image());
        json.put("cpu", container.cpuUnits());
        if (container.memoryMib() > 0) {
            json.put("memory", container.memoryMib());
        }
        if (container.memoryReservationMib() > 0) {
            json.put("memoryReservation", container.memoryReservationMib());
        }
        json.set("portMappings", portMappings(container.portMappings()));
        json.put("essential", container.essential());
        json.set("environment", environment(container.environment()));
        if (!container.stopTimeout().isZero()) {
            json.put("stopTimeout", container.stopTimeout().toSeconds());
        }
        SettingsJson.log(json, container.logDriver(), container.settings());
        SettingsJson.into(json, container.settings());
        Echo.into(json, container.unmodelled());
        return json;
    }

    private static ArrayNode portMappings(List<PortMapping> mappings) {
        var items = Shape.array();
        for (var mapping : mappings) {
            var json =
                    items.addObject()
                            .put("containerPort", mapping.containerPort())
                            .put("hostPort", mapping.hostPort())
                            .put("protocol", mapping.protocol());
            Shape.text(json, "name", mapping.name());
        }
        return items;
    }

    private static ArrayNode environment(List<EnvironmentVariable> variables) {
        var items = Shape.array();
        for (var variable : variables) {
            items.addObject().put("name", variable.name()).put("value", variable.value());
        }
        return items;
    }
}
