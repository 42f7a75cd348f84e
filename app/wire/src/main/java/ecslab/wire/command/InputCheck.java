package ecslab.wire.command;

import ecslab.ecs.Nearest;
import ecslab.wire.Problems;
import ecslab.wire.command.InputType.Kind;
import ecslab.wire.json.Json;

/// Holds JSON against what AWS knows of an action's input, as AWS's command line does before it
/// sends anything (botocore, `validate.py`), and in its words.
final class InputCheck {

    private final InputTable table;
    private final Problems problems;

    InputCheck(InputTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /// @param action such as `ecs:RunTask`
    void check(Json input, String action) {
        check(input, new InputType.Structure(action), "");
    }

    private void check(Json value, InputType type, String path) {
        switch (type) {
            case InputType.Structure(var name) -> {
                if (value instanceof Json.Struct struct) {
                    checkMembers(struct, table.shape(name), path);
                } else {
                    refuse(value, path, "<class 'dict'>", "Write an object: { … }.");
                }
            }
            case InputType.MapOf(var of) -> {
                if (value instanceof Json.Struct(_, var members)) {
                    members.forEach((key, member) -> check(member.value(), of, path + "." + key));
                } else {
                    refuse(value, path, "<class 'dict'>", "Write an object: { … }.");
                }
            }
            case InputType.ListOf(var of) -> {
                if (value instanceof Json.Array(_, var items)) {
                    for (var i = 0; i < items.size(); i++) {
                        check(items.get(i), of, path + "[" + i + "]");
                    }
                } else {
                    refuse(
                            value,
                            path,
                            "<class 'list'>, <class 'tuple'>",
                            Remedies.list(value, of, table));
                }
            }
            case InputType.Scalar(var kind) -> checkScalar(value, kind, path);
            case InputType.Policy(), InputType.AppSpec() -> {
                if (!(value instanceof Json.Struct)) {
                    checkScalar(value, Kind.STRING, path);
                }
            }
            case InputType.Any() -> {}
        }
    }

    private void checkMembers(Json.Struct struct, InputTable.Shape shape, String path) {
        for (var name : shape.required()) {
            if (struct.get(name).isEmpty()) {
                problems.add(
                        struct.place(),
                        "Missing required parameter in " + shown(path) + ": \"" + name + "\"",
                        "Add \"" + name + "\".");
            }
        }
        struct.members()
                .forEach((name, member) -> {
                    var type = shape.members().get(name);
                    if (type == null) {
                        refuseUnknown(struct, name, shape, path);
                    } else {
                        check(member.value(), type, path + "." + name);
                    }
                });
    }

    private void refuseUnknown(
            Json.Struct struct, String name, InputTable.Shape shape, String path) {
        var known = shape.members().keySet();
        problems.add(
                struct.placeOfField(name),
                "Unknown parameter in "
                        + shown(path)
                        + ": \""
                        + name
                        + "\", must be one of: "
                        + String.join(", ", known),
                Nearest.to(name, known)
                        .map(near -> "Write \"" + near + "\".")
                        .orElse("Delete \"" + name + "\", or write one of these."));
    }

    private void checkScalar(Json value, Kind kind, String path) {
        var fits =
                switch (kind) {
                    case STRING -> value instanceof Json.Text;
                    case BOOLEAN -> value instanceof Json.Bool;
                    case DOUBLE -> value instanceof Json.Numeral;
                    case INTEGER, LONG ->
                            value instanceof Json.Numeral numeral && numeral.whole().isPresent();
                };
        if (!fits) {
            refuse(value, path, kind.python(), Remedies.scalar(value, kind));
        } else if (kind == Kind.INTEGER && !isInt((Json.Numeral) value)) {
            problems.add(
                    value.place(),
                    "Invalid value for parameter "
                            + shown(path)
                            + ", value: "
                            + PythonForm.of(value)
                            + ", valid max value: "
                            + Integer.MAX_VALUE,
                    "Write a smaller number.");
        }
    }

    private static boolean isInt(Json.Numeral numeral) {
        return numeral.whole().filter(number -> number == number.intValue()).isPresent();
    }

    private void refuse(Json value, String path, String validTypes, String remedy) {
        problems.add(
                value.place(),
                "Invalid type for parameter "
                        + shown(path)
                        + ", value: "
                        + PythonForm.of(value)
                        + ", type: "
                        + PythonForm.typeOf(value)
                        + ", valid types: "
                        + validTypes,
                remedy);
    }

    private static String shown(String path) {
        if (path.isEmpty()) {
            return "input";
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
