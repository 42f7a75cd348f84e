package ecslab.lesson.play;

import ecslab.ecs.command.Command;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.state.Selectors;
import ecslab.lesson.CallPattern;
import ecslab.lesson.predicate.Condition;
import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.command.CommandJson;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import java.util.List;
import java.util.regex.Pattern;

/// Says whether a call is one of those that a pattern means. A name, an ARN and a selector that
/// stand for the same thing are the same.
final class CallMatch {

    private static final String ANY = "*";

    private final ClusterState state;

    /// @param state in which selectors are looked up
    CallMatch(ClusterState state) {
        this.state = state;
    }

    boolean matches(CallPattern pattern, Command command) {
        return pattern.call().equals(CommandJson.call(command))
                && matches(pattern.with(), json(command));
    }

    private static Json json(Command command) {
        try {
            var text = CommandJson.compact(command);
            return JsonReader.read(new Source.OfText("", text), new Problems());
        } catch (BadInput ours) {
            throw new IllegalStateException("what we write we can't read", ours);
        }
    }

    private boolean matches(Json wanted, Json found) {
        return switch (wanted) {
            case Json.Text(_, var text) ->
                    text.equals(ANY)
                            || (found instanceof Json.Text(_, var other) && isSame(text, other));
            case Json.Struct(_, var members) ->
                    found instanceof Json.Struct other
                            && members.entrySet().stream()
                                    .allMatch(one ->
                                            other.get(one.getKey())
                                                    .filter(it ->
                                                            matches(one.getValue().value(), it))
                                                    .isPresent());
            case Json.Array(_, var items) ->
                    found instanceof Json.Array(_, var others) && matches(items, others);
            case Json.Numeral(_, var literal) ->
                    found instanceof Json.Numeral(_, var other) && Condition.isSame(literal, other);
            case Json.Bool(_, var value) ->
                    found instanceof Json.Bool(_, var other) && value == other;
            case Json.Null _ -> found instanceof Json.Null;
        };
    }

    private boolean matches(List<Json> wanted, List<Json> found) {
        if (found.size() != wanted.size()) {
            return false;
        }
        for (var i = 0; i < wanted.size(); i++) {
            if (!matches(wanted.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// `web` means any revision of it, too.
    private boolean isSame(String wanted, String found) {
        var name = id(wanted);
        var other = id(found);
        return other.equals(name) || other.matches(Pattern.quote(name) + ":\\d+");
    }

    private String id(String text) {
        if (text.startsWith("${") && text.endsWith("}")) {
            var selector = text.substring(2, text.length() - 1);
            return Selectors.find(state, selector).map(Ref::id).map(Arns::lastPart).orElse(text);
        }
        return Arns.lastPart(text);
    }
}
