package ecslab.wire.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.Unmodelled;
import java.util.regex.Pattern;

/// Puts fields that we keep but don't model back where they came from.
///
/// The key of such a field is its path: `tags`, `logConfiguration.options`,
/// `portMappings[0].appProtocol`.
public final class Echo {

    private static final Pattern STEP = Pattern.compile("([^.\\[]+)(?:\\[([0-9]+)])?");

    /// Numbers come back as they were written.
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private Echo() {}

    public static void into(ObjectNode whole, Unmodelled unmodelled) {
        unmodelled.fields().forEach((path, json) -> put(whole, path, node(json)));
    }

    private static void put(ObjectNode whole, String path, JsonNode value) {
        var dot = path.lastIndexOf('.');
        var parent = whole;
        if (dot > 0) {
            var steps = STEP.matcher(path.substring(0, dot));
            while (steps.find()) {
                parent =
                        steps.group(2) == null
                                ? inside(parent, steps.group(1))
                                : item(parent, steps.group(1), Integer.parseInt(steps.group(2)));
            }
        }
        parent.set(path.substring(dot + 1), value);
    }

    private static ObjectNode inside(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode node ? node : parent.putObject(name);
    }

    private static ObjectNode item(ObjectNode parent, String name, int index) {
        var items = parent.get(name) instanceof ArrayNode array ? array : parent.putArray(name);
        while (items.size() <= index) {
            items.addObject();
        }
        return (ObjectNode) items.get(index);
    }

    /// What was kept as text.
    public static JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("kept as JSON, but isn't: " + json, impossible);
        }
    }
}
