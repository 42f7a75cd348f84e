package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.AttributeCommand;
import ecslab.ecs.command.AttributeCommand.AttributeInput;
import ecslab.ecs.command.AttributeCommand.DeleteAttributes;
import ecslab.ecs.command.AttributeCommand.ListAttributes;
import ecslab.ecs.command.AttributeCommand.PutAttributes;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.Page;
import java.util.List;

/// Reads and writes what is asked of container instances' attributes.
final class AttributeCommands {

    private AttributeCommands() {}

    static AttributeCommand read(String call, Input input) {
        return switch (call) {
            case "ecs:PutAttributes" -> new PutAttributes(input.text("cluster"), inputs(input));
            case "ecs:DeleteAttributes" ->
                    new DeleteAttributes(input.text("cluster"), inputs(input));
            default ->
                    new ListAttributes(
                            input.text("cluster"),
                            input.need("targetType"),
                            input.text("attributeName"),
                            input.text("attributeValue"),
                            page(input));
        };
    }

    static Page page(Input input) {
        return new Page(input.integer("maxResults"), input.text("nextToken"));
    }

    private static List<AttributeInput> inputs(Input input) {
        return input.structures("attributes").stream()
                .map(one ->
                        new AttributeInput(
                                one.need("name"),
                                one.text("value"),
                                one.text("targetType"),
                                one.text("targetId")))
                .toList();
    }

    static ObjectNode json(AttributeCommand command) {
        return switch (command) {
            case PutAttributes(var cluster, var attributes) -> json(cluster, attributes);
            case DeleteAttributes(var cluster, var attributes) -> json(cluster, attributes);
            case ListAttributes list -> {
                var json = JsonNodeFactory.instance.objectNode();
                put(json, "cluster", list.cluster());
                json.put("targetType", list.targetType());
                put(json, "attributeName", list.attributeName());
                put(json, "attributeValue", list.attributeValue());
                page(json, list.page());
                yield json;
            }
        };
    }

    static void page(ObjectNode json, Page page) {
        put(json, "nextToken", page.nextToken());
        CommandJson.putInt(json, "maxResults", page.maxResults());
    }

    private static ObjectNode json(Given<String> cluster, List<AttributeInput> attributes) {
        var json = JsonNodeFactory.instance.objectNode();
        put(json, "cluster", cluster);
        var items = json.putArray("attributes");
        for (var attribute : attributes) {
            var item = items.addObject().put("name", attribute.name());
            put(item, "value", attribute.value());
            put(item, "targetType", attribute.targetType());
            put(item, "targetId", attribute.targetId());
        }
        return json;
    }

    static void put(ObjectNode json, String name, Given<String> given) {
        if (given instanceof Given.Value<String>(var value)) {
            json.put(name, value);
        }
    }
}
