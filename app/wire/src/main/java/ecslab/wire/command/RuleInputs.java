package ecslab.wire.command;

import ecslab.ecs.model.RuleAction;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.RuleCondition;
import ecslab.ecs.model.RuleCondition.Field;
import ecslab.wire.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the conditions and actions of listeners' rules.
final class RuleInputs {

    private static final String FIELDS =
            String.join(", ", Stream.of(Field.values()).map(Field::printed).toList());

    private RuleInputs() {}

    static List<RuleCondition> conditions(Input input, Problems problems) {
        var conditions = new ArrayList<RuleCondition>();
        for (var one : input.structures("Conditions")) {
            condition(one, problems).ifPresent(conditions::add);
        }
        return List.copyOf(conditions);
    }

    private static Optional<RuleCondition> condition(Input input, Problems problems) {
        var written = input.text("Field", "");
        var field = Field.parse(written);
        if (field.isEmpty()) {
            problems.add(
                    input.json().placeOfField("Field"),
                    "Field is \"" + written + "\"",
                    "Write one of " + FIELDS + ".");
            return Optional.empty();
        }
        var values = new ArrayList<>(input.texts("Values"));
        var regexes = new ArrayList<>(input.texts("RegexValues"));
        var name = "";
        for (var kind :
                List.of(
                        "HostHeaderConfig",
                        "PathPatternConfig",
                        "HttpHeaderConfig",
                        "HttpRequestMethodConfig",
                        "SourceIpConfig")) {
            var config = input.structure(kind);
            if (config.isPresent()) {
                values.addAll(config.get().texts("Values"));
                regexes.addAll(config.get().texts("RegexValues"));
                name = config.get().text("HttpHeaderName", "");
            }
        }
        input.structure("QueryStringConfig").stream()
                .flatMap(config -> config.structures("Values").stream())
                .forEach(pair -> values.add(query(pair.text("Key", ""), pair.text("Value", ""))));
        return Optional.of(
                new RuleCondition(field.get(), name, List.copyOf(values), List.copyOf(regexes)));
    }

    private static String query(String key, String value) {
        return key.isEmpty() ? value : key + "=" + value;
    }

    static List<RuleAction> actions(Input input, String name, Problems problems) {
        var actions = new ArrayList<RuleAction>();
        for (var one : input.structures(name)) {
            action(one, problems).ifPresent(actions::add);
        }
        return List.copyOf(actions);
    }

    private static Optional<RuleAction> action(Input input, Problems problems) {
        var type = input.need("Type");
        input.integer("Order");
        return switch (type) {
            case "forward" -> Optional.of(forward(input));
            case "fixed-response" ->
                    input.structure("FixedResponseConfig")
                            .map(config -> fixed(config, problems))
                            .or(() -> missing(input, "FixedResponseConfig", problems));
            case "redirect" ->
                    input.structure("RedirectConfig")
                            .map(RuleInputs::redirect)
                            .or(() -> missing(input, "RedirectConfig", problems));
            default -> {
                problems.add(
                        input.json().placeOfField("Type"),
                        "this version knows no action of type \"" + type + "\"",
                        "Write one of forward, fixed-response, redirect.");
                yield Optional.empty();
            }
        };
    }

    private static Optional<RuleAction> missing(Input input, String config, Problems problems) {
        problems.add(
                input.json().place(),
                "an action of type \"" + input.need("Type") + "\" has no " + config,
                "Add \"" + config + "\".");
        return Optional.empty();
    }

    private static RuleAction forward(Input input) {
        var config = input.structure("ForwardConfig");
        var groups = new ArrayList<Weighted>();
        var seconds = 0;
        if (config.isPresent()) {
            for (var one : config.get().structures("TargetGroups")) {
                groups.add(
                        new Weighted(one.need("TargetGroupArn"), one.integer("Weight").orElse(1)));
            }
            seconds = stickiness(config.get());
        }
        var single = input.text("TargetGroupArn", "");
        if (groups.isEmpty() && !single.isEmpty()) {
            groups.add(new Weighted(single, 1));
        }
        return new RuleAction.Forward(List.copyOf(groups), Duration.ofSeconds(seconds));
    }

    private static int stickiness(Input config) {
        return config.structure("TargetGroupStickinessConfig")
                .filter(sticky -> sticky.flag("Enabled").orElse(false))
                .map(sticky -> sticky.integer("DurationSeconds").orElse(0))
                .orElse(0);
    }

    private static RuleAction fixed(Input config, Problems problems) {
        var written = config.need("StatusCode");
        if (!written.matches("\\d{3}")) {
            problems.add(
                    config.json().placeOfField("StatusCode"),
                    "StatusCode is \"" + written + "\"",
                    "Write a number such as \"503\".");
        }
        return new RuleAction.FixedResponse(
                written.matches("\\d{3}") ? Integer.parseInt(written) : 0,
                config.text("ContentType", ""),
                config.text("MessageBody", ""));
    }

    private static RuleAction redirect(Input config) {
        return new RuleAction.Redirect(
                config.need("StatusCode").equals("HTTP_301") ? 301 : 302,
                config.text("Protocol", "#{protocol}"),
                config.text("Host", "#{host}"),
                config.text("Port", "#{port}"),
                config.text("Path", "/#{path}"),
                config.text("Query", "#{query}"));
    }
}
