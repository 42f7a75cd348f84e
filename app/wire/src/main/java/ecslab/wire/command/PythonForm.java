package ecslab.wire.command;

import ecslab.wire.json.Json;
import java.util.stream.Collectors;

/// JSON values as Python prints them: AWS's command line is written in it, and its errors show.
final class PythonForm {

    /// What is longer is cut: the error is about one value, not about the file.
    private static final int LENGTH_MAX = 120;

    private PythonForm() {}

    static String of(Json value) {
        var form = value instanceof Json.Text(_, var text) ? text : inside(value);
        return form.length() > LENGTH_MAX ? form.substring(0, LENGTH_MAX) + "…" : form;
    }

    static String typeOf(Json value) {
        return switch (value) {
            case Json.Text _ -> "<class 'str'>";
            case Json.Numeral numeral ->
                    numeral.whole().isPresent() ? "<class 'int'>" : "<class 'float'>";
            case Json.Bool _ -> "<class 'bool'>";
            case Json.Null _ -> "<class 'NoneType'>";
            case Json.Array _ -> "<class 'list'>";
            case Json.Struct _ -> "<class 'dict'>";
        };
    }

    private static String inside(Json value) {
        return switch (value) {
            case Json.Text(_, var text) -> "'" + text.replace("'", "\\'") + "'";
            case Json.Numeral(_, var literal) -> literal;
            case Json.Bool(_, var bool) -> bool ? "True" : "False";
            case Json.Null _ -> "None";
            case Json.Array(_, var items) ->
                    items.stream()
                            .map(PythonForm::inside)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Json.Struct(_, var members) ->
                    members.entrySet().stream()
                            .map(one -> "'" + one.getKey() + "': " + inside(one.getValue().value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
