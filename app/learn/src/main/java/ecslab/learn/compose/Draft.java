package ecslab.learn.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command that is being written: JSON that may still be half filled in. The form, the JSON view
/// and the preview all change and show this one thing.
final class Draft {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode root;

    private Draft(ObjectNode root) {
        this.root = root;
    }

    static Draft empty() {
        return new Draft(JsonNodeFactory.instance.objectNode());
    }

    /// Empty if it isn't a JSON object, as while somebody is typing.
    static Optional<Draft> read(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object
                    ? Optional.of(new Draft(object))
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// As JSON on several lines.
    String text() {
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a JSON tree can always be written", ours);
        }
    }

    /// What a field holds, as somebody would type it; empty if it holds nothing.
    String valueAt(String pointer) {
        var value = root.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    List<String> listAt(String pointer) {
        var texts = new ArrayList<String>();
        root.at(pointer).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /// Writes a text; an empty one takes the field away.
    void putText(String pointer, String text) {
        put(pointer, text.isEmpty() ? missing() : JsonNodeFactory.instance.textNode(text));
    }

    /// Writes a number; what isn't one stays a text, so that AWS's own check can say so.
    void putWhole(String pointer, String text) {
        if (text.matches("-?\\d{1,9}")) {
            put(pointer, JsonNodeFactory.instance.numberNode(Integer.parseInt(text)));
        } else {
            putText(pointer, text);
        }
    }

    void putFlag(String pointer, String word) {
        put(
                pointer,
                word.isEmpty()
                        ? missing()
                        : JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(word)));
    }

    void putList(String pointer, List<String> texts) {
        var items = JsonNodeFactory.instance.arrayNode();
        texts.forEach(items::add);
        put(pointer, items.isEmpty() ? missing() : items);
    }

    /// Writes a document of its own: as JSON if it is some, else as the text that was typed.
    void putDocument(String pointer, String text) {
        var document = read(text);
        if (document.isPresent()) {
            put(pointer, document.get().root);
        } else {
            putText(pointer, text);
        }
    }

    private static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }

    private void put(String pointer, JsonNode value) {
        put(root, List.of(pointer.substring(1).split("/")), value);
    }

    /// Makes what is missing on the way, and takes away what has become empty.
    private static void put(JsonNode parent, List<String> path, JsonNode value) {
        var name = path.getFirst();
        if (path.size() == 1) {
            set(parent, name, value);
            return;
        }
        var rest = path.subList(1, path.size());
        var child = child(parent, name);
        if (child.isMissingNode() && value.isMissingNode()) {
            return;
        }
        if (!child.isContainerNode()) {
            child =
                    isIndex(rest.getFirst())
                            ? JsonNodeFactory.instance.arrayNode()
                            : JsonNodeFactory.instance.objectNode();
        }
        put(child, rest, value);
        set(parent, name, child.isEmpty() ? missing() : child);
    }

    private static JsonNode child(JsonNode parent, String name) {
        return parent instanceof ArrayNode items
                ? items.path(Integer.parseInt(name))
                : parent.path(name);
    }

    private static void set(JsonNode parent, String name, JsonNode value) {
        switch (parent) {
            case ObjectNode object when value.isMissingNode() -> object.remove(name);
            case ObjectNode object -> object.set(name, value);
            case ArrayNode items -> set(items, Integer.parseInt(name), value);
            default -> throw new IllegalStateException(parent + " holds no " + name);
        }
    }

    private static void set(ArrayNode items, int index, JsonNode value) {
        if (value.isMissingNode()) {
            if (index < items.size()) {
                items.remove(index);
            }
        } else if (index < items.size()) {
            items.set(index, value);
        } else {
            items.add(value);
        }
    }

    private static boolean isIndex(String name) {
        return name.matches("\\d+");
    }
}
