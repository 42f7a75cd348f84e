package ecslab.wire.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What AWS knows of each action's input: see `inputs.json`.
final class InputTable {

    private final Map<String, Shape> shapes;

    private InputTable(Map<String, Shape> shapes) {
        this.shapes = shapes;
    }

    /// A structure's fields.
    record Shape(SequencedMap<String, InputType> members, List<String> required) {}

    static InputTable get() {
        return Holder.TABLE;
    }

    /// @param name an action such as `ecs:RunTask`, or a structure inside
    Shape shape(String name) {
        var shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("inputs.json has no " + name);
        }
        return shape;
    }

    /// All actions, such as `ecs:RunTask`.
    List<String> actions() {
        return shapes.keySet().stream().filter(name -> name.contains(":")).toList();
    }

    List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    private static InputTable load() {
        try (var in = InputTable.class.getResourceAsStream("inputs.json")) {
            var written = JsonMapper.builder().build().readTree(in);
            var shapes = new LinkedHashMap<String, Shape>();
            written.properties()
                    .forEach(shape -> {
                        var fields = new LinkedHashMap<String, String>();
                        shape.getValue()
                                .properties()
                                .forEach(field ->
                                        fields.put(field.getKey(), field.getValue().asText()));
                        shapes.put(shape.getKey(), shape(fields));
                    });
            return new InputTable(shapes);
        } catch (IOException broken) {
            throw new IllegalStateException("inputs.json can't be read", broken);
        }
    }

    private static Shape shape(SequencedMap<String, String> fields) {
        var members = new LinkedHashMap<String, InputType>();
        var required = new ArrayList<String>();
        fields.forEach((name, written) -> {
            var isRequired = written.endsWith("!");
            var end = written.length() - (isRequired ? 1 : 0);
            members.put(name, InputType.parse(written.substring(0, end)));
            if (isRequired) {
                required.add(name);
            }
        });
        return new Shape(members, required);
    }

    /// Read when the first command is.
    private static final class Holder {
        static final InputTable TABLE = load();
    }
}
