package ecslab.wire.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import ecslab.ecs.command.Command;
import ecslab.wire.output.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes a command as somebody would type it for AWS's command line, in a POSIX shell.
///
/// The lab's own commands have no such form: they become a comment.
public final class CliForm {

    private static final Pattern WORD_BEFORE = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private CliForm() {}

    /// Such as `aws ecs update-service --cluster demo --service web --desired-count 4`.
    public static String of(Command command) {
        return switch (command.api()) {
            case "lab" -> "# " + CommandJson.call(command) + " " + CommandJson.compact(command);
            default -> aws(command);
        };
    }

    private static String aws(Command command) {
        var words = new ArrayList<>(List.of("aws", group(command), dashed(command.action())));
        CommandJson.of(command)
                .properties()
                .forEach(field -> words.addAll(option(dashed(field.getKey()), field.getValue())));
        return String.join(" ", words);
    }

    /// AWS's command line has a name of its own for one API.
    private static String group(Command command) {
        return command.api().equals("codedeploy") ? "deploy" : command.api();
    }

    private static List<String> option(String name, JsonNode value) {
        if (value.isBoolean()) {
            return List.of(flag(name, value.asBoolean()));
        }
        if (value instanceof ArrayNode items && isTexts(items)) {
            var words = new ArrayList<>(List.of("--" + name));
            items.forEach(item -> words.add(quoted(item.asText())));
            return words;
        }
        var text = value.isValueNode() ? value.asText() : JsonText.compact(value);
        return text.startsWith("-")
                ? List.of("--" + name + "=" + quoted(text))
                : List.of("--" + name, quoted(text));
    }

    /// One flag of ECS has an opposite of its own (aws-cli, `customizations/argrename.py`).
    private static String flag(String name, boolean isSet) {
        var opposite =
                name.equals("enable-execute-command")
                        ? "--disable-execute-command"
                        : "--no-" + name;
        return isSet ? "--" + name : opposite;
    }

    private static boolean isTexts(ArrayNode items) {
        var texts = 0;
        for (var item : items) {
            texts += item.isTextual() && !item.asText().startsWith("-") ? 1 : 0;
        }
        return texts > 0 && texts == items.size();
    }

    private static String quoted(String text) {
        return NEEDS_NO_QUOTES.matcher(text).matches()
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }

    /// `taskDefinition` becomes `task-definition`, `enableECSManagedTags` `enable-ecs-managed-tags`
    /// (botocore, `xform_name`).
    private static String dashed(String name) {
        var words = WORD_BEFORE.matcher(name).replaceAll("$1-$2");
        return CAPITAL.matcher(words).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
