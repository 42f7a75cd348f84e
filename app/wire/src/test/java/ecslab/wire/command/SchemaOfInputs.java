package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.wire.output.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the JSON Schema of AWS's inputs from the table that the reader uses. `main` publishes it;
/// a test compares.
public final class SchemaOfInputs {

    static final Path PUBLISHED = Path.of("../../lessons/schemas/aws-inputs.schema.json");

    private SchemaOfInputs() {}

    /// Run in the folder of this module.
    public static void main(String[] arguments) throws IOException {
        Files.writeString(PUBLISHED, text());
    }

    static String text() {
        var table = InputTable.get();
        var schema = object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Inputs of the API actions that a scenario may call");
        schema.put(
                "description",
                "Written from what the reader knows; names and types are those of botocore"
                        + " 1.43.107.");
        var definitions = schema.putObject("$defs");
        var calls = definitions.putObject("call").putArray("oneOf");
        for (var action : table.actions()) {
            var properties = calls.addObject().putObject("properties");
            properties.putObject("call").put("const", action);
            properties.set("with", reference(action));
        }
        definitions.set("policy", policy());
        definitions.set("appSpec", appSpec());
        for (var name : table.names()) {
            definitions.set(definition(name), structure(table.shape(name)));
        }
        return JsonText.pretty(schema) + "\n";
    }

    private static ObjectNode structure(InputTable.Shape shape) {
        var json = object().put("type", "object").put("additionalProperties", false);
        if (!shape.required().isEmpty()) {
            shape.required().forEach(json.putArray("required")::add);
        }
        var properties = json.putObject("properties");
        shape.members().forEach((name, type) -> properties.set(name, schema(type)));
        return json;
    }

    private static ObjectNode schema(InputType type) {
        return switch (type) {
            case InputType.Structure(var name) -> reference(name);
            case InputType.ListOf(var item) ->
                    object().put("type", "array").set("items", schema(item));
            case InputType.MapOf(var value) ->
                    object().put("type", "object").set("additionalProperties", schema(value));
            case InputType.Scalar(var kind) -> scalar(kind);
            case InputType.Policy() -> reference("policy");
            case InputType.AppSpec() -> reference("appSpec");
            case InputType.Any() -> object();
        };
    }

    private static ObjectNode scalar(InputType.Kind kind) {
        return switch (kind) {
            case STRING -> object().put("type", "string");
            case BOOLEAN -> object().put("type", "boolean");
            case DOUBLE -> object().put("type", "number");
            case LONG -> object().put("type", "integer");
            case INTEGER ->
                    object().put("type", "integer")
                            .put("minimum", Integer.MIN_VALUE)
                            .put("maximum", Integer.MAX_VALUE);
        };
    }

    private static ObjectNode policy() {
        var json = object().put("description", "The JSON itself, or a text that holds it.");
        json.putArray("type").add("string").add("object");
        json.putArray("required").add("Statement");
        return json;
    }

    private static ObjectNode appSpec() {
        var json = object().put("description", "The JSON of an AppSpec, or a text that holds it.");
        json.putArray("type").add("string").add("object");
        json.putArray("required").add("version").add("Resources");
        return json;
    }

    private static ObjectNode reference(String name) {
        return object().put("$ref", "#/$defs/" + definition(name));
    }

    /// A colon would have to be escaped in some editors.
    private static String definition(String name) {
        return name.replace(':', '.');
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
