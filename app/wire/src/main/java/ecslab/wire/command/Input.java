package ecslab.wire.command;

import ecslab.ecs.command.Given;
import ecslab.ecs.model.Unmodelled;
import ecslab.wire.json.Json;
import ecslab.wire.output.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// An action's input that [InputCheck] has found right. What is never asked for is what we don't
/// model.
final class Input {

    private final Json.Struct json;
    private final String path;
    private final SequencedSet<String> taken = new LinkedHashSet<>();
    private final List<Input> inside = new ArrayList<>();

    private Input(Json.Struct json, String path) {
        this.json = json;
        this.path = path;
    }

    static Input of(Json.Struct json) {
        return new Input(json, "");
    }

    Json.Struct json() {
        return json;
    }

    /// Whether the caller wrote the field at all.
    boolean has(String name) {
        return json.get(name).isPresent();
    }

    /// A required field.
    String need(String name) {
        return text(name, "");
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    Given<String> text(String name) {
        return take(name) instanceof Given.Value<Json>(Json.Text(_, var text))
                ? Given.of(text)
                : Given.absent();
    }

    Given<Integer> integer(String name) {
        return take(name) instanceof Given.Value<Json>(Json.Numeral numeral)
                ? Given.of(Math.toIntExact(numeral.whole().orElse(0L)))
                : Given.absent();
    }

    Given<Double> number(String name) {
        return take(name) instanceof Given.Value<Json>(Json.Numeral(_, var literal))
                ? Given.of(Double.valueOf(literal))
                : Given.absent();
    }

    /// Any JSON, in one line.
    Given<String> any(String name) {
        return take(name) instanceof Given.Value<Json>(var json)
                ? Given.of(JsonText.compact(json))
                : Given.absent();
    }

    Given<Boolean> flag(String name) {
        return take(name) instanceof Given.Value<Json>(Json.Bool(_, var value))
                ? Given.of(value)
                : Given.absent();
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (item instanceof Json.Text(_, var text)) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    List<Integer> integers(String name) {
        var integers = new ArrayList<Integer>();
        for (var item : items(name)) {
            if (item instanceof Json.Numeral numeral) {
                integers.add(Math.toIntExact(numeral.whole().orElse(0L)));
            }
        }
        return List.copyOf(integers);
    }

    /// A structure with names of the caller's own and texts.
    SortedMap<String, String> map(String name) {
        var texts = new TreeMap<String, String>();
        if (take(name) instanceof Given.Value<Json>(Json.Struct struct)) {
            struct.members()
                    .forEach((key, member) -> {
                        if (member.value() instanceof Json.Text(_, var text)) {
                            texts.put(key, text);
                        }
                    });
        }
        return Collections.unmodifiableSortedMap(texts);
    }

    /// Structures whose unmodelled fields are kept with this one's, under their path.
    List<Input> structures(String name) {
        var structures = new ArrayList<Input>();
        var items = items(name);
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Json.Struct struct) {
                structures.add(new Input(struct, path + name + "[" + i + "]."));
            }
        }
        inside.addAll(structures);
        return structures;
    }

    /// Structures that keep their unmodelled fields themselves.
    List<Input> structuresOfTheirOwn(String name) {
        return items(name).stream()
                .filter(Json.Struct.class::isInstance)
                .map(item -> of((Json.Struct) item))
                .toList();
    }

    /// A structure whose unmodelled fields are kept with this one's, under their path.
    Optional<Input> structure(String name) {
        if (take(name) instanceof Given.Value<Json>(Json.Struct struct)) {
            var input = new Input(struct, path + name + ".");
            inside.add(input);
            return Optional.of(input);
        }
        return Optional.empty();
    }

    /// Everything that nobody has asked for, here and in the structures inside.
    Unmodelled unmodelled() {
        var rest = new TreeMap<String, String>();
        gather(rest);
        return new Unmodelled(rest);
    }

    private void gather(SortedMap<String, String> rest) {
        json.members()
                .forEach((name, member) -> {
                    if (!taken.contains(name)) {
                        rest.put(path + name, JsonText.compact(member.value()));
                    }
                });
        inside.forEach(structure -> structure.gather(rest));
    }

    private List<Json> items(String name) {
        return take(name) instanceof Given.Value<Json>(Json.Array(_, var items))
                ? items
                : List.of();
    }

    private Given<Json> take(String name) {
        taken.add(name);
        return json.get(name).map(Given::of).orElse(Given.absent());
    }
}
