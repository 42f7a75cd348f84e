package ecslab.lesson.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.lesson.CallPattern;
import ecslab.wire.command.CommandJson;

/// Says whether a call is one of those that a pattern means. A name, an ARN and a selector that
/// stand for the same thing are the same.
final class CallMatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ANY = "*";

    private final ClusterState state;

    /// @param state in which selectors are looked up
    CallMatch(ClusterState state) {
        this.state = state;
    }

    boolean matches(CallPattern pattern, Command command) {
        return pattern.call().equals(CommandJson.call(command))
                && matches(parse(pattern.with()), parse(CommandJson.compact(command)));
    }

    private boolean matches(JsonNode wanted, JsonNode found) {
        if (wanted.isTextual() && wanted.asText().equals(ANY)) {
            return true;
        }
        return switch (wanted.getNodeType()) {
            case OBJECT ->
                    wanted.propertyStream()
                            .allMatch(field ->
                                    found.has(field.getKey())
                                            && matches(
                                                    field.getValue(), found.get(field.getKey())));
            case ARRAY -> matchesItems(wanted, found);
            case NUMBER ->
                    found.isNumber() && wanted.decimalValue().compareTo(found.decimalValue()) == 0;
            case STRING -> found.isTextual() && isSame(id(wanted.asText()), id(found.asText()));
            case BOOLEAN, NULL, BINARY, MISSING, POJO -> wanted.equals(found);
        };
    }

    private boolean matchesItems(JsonNode wanted, JsonNode found) {
        if (!found.isArray() || found.size() != wanted.size()) {
            return false;
        }
        for (var i = 0; i < wanted.size(); i++) {
            if (!matches(wanted.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// `web` means any revision of it.
    private static boolean isSame(String wanted, String found) {
        return found.equals(wanted)
                || found.matches(java.util.regex.Pattern.quote(wanted) + ":\\d+");
    }

    private String id(String text) {
        if (text.startsWith("${") && text.endsWith("}")) {
            var selector = text.substring(2, text.length() - 1);
            return Selectors.find(state, selector).map(Ref::id).map(Arns::lastPart).orElse(text);
        }
        return Arns.lastPart(text);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("this was read as JSON before: " + json, ours);
        }
    }
}
