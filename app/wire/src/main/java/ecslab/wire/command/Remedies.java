package ecslab.wire.command;

import ecslab.wire.command.InputType.Kind;
import ecslab.wire.json.Json;
import ecslab.wire.output.JsonText;
import java.util.stream.Collectors;

/// How to mend a value of a wrong type.
final class Remedies {

    private Remedies() {}

    static String scalar(Json value, Kind wanted) {
        return switch (wanted) {
            case STRING -> text(value);
            case BOOLEAN -> "Write true or false, without quotes.";
            case INTEGER, LONG, DOUBLE -> number(value);
        };
    }

    static String list(Json value, InputType item, InputTable table) {
        var isSingle = item instanceof InputType.Scalar && isScalar(value);
        if (isSingle) {
            return "Write a list: [" + JsonText.compact(value) + "].";
        }
        return item instanceof InputType.Structure(var name)
                ? "Write a list: ["
                        + table.shape(name).members().keySet().stream()
                                .limit(2)
                                .map(member -> "\"" + member + "\": …")
                                .collect(Collectors.joining(", ", "{", "}"))
                        + "]."
                : "Write a list: [ … ].";
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Numeral(_, var literal) -> "Write it in quotes: \"" + literal + "\".";
            case Json.Bool(_, var bool) -> "Write it in quotes: \"" + bool + "\".";
            case Json.Null _ -> "Leave it out, or write a text in quotes.";
            case Json.Text _, Json.Array _, Json.Struct _ -> "Write a text in quotes.";
        };
    }

    private static String number(Json value) {
        return value instanceof Json.Text(_, var text) && text.matches("-?[0-9]{1,9}")
                ? "Write it without quotes: " + text + "."
                : "Write a whole number, without quotes.";
    }

    private static boolean isScalar(Json value) {
        return value instanceof Json.Text || value instanceof Json.Numeral;
    }
}
