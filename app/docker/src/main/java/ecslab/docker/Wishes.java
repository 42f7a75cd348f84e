package ecslab.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.Unmodelled;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a task definition says that the engine of ECS Lab only keeps, and that a real container
/// could have.
record Wishes(Unmodelled kept) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Wishes of(TaskDefinition definition) {
        return new Wishes(definition.unmodelled());
    }

    static Wishes of(ContainerDefinition container) {
        return new Wishes(container.unmodelled());
    }

    JsonNode linux() {
        return json("linuxParameters");
    }

    boolean flag(String field) {
        return json(field).asBoolean(false);
    }

    Optional<String> text(String field) {
        return Optional.of(json(field).asText("")).filter(text -> !text.isEmpty());
    }

    Stream<String> texts(String field) {
        return texts(json(field));
    }

    static Stream<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText);
    }

    Stream<JsonNode> elements(String field) {
        return elements(json(field));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    JsonNode json(String field) {
        try {
            var text = kept.fields().get(field);
            return text == null ? JSON.missingNode() : JSON.readTree(text);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("kept as it came: " + field, ours);
        }
    }
}
