package ecslab.engine;

import ecslab.ecs.model.ContainerOverride;
import ecslab.ecs.model.TaskOverride;
import java.util.List;

/// How many characters what RunTask overrides takes as JSON without blanks: ECS's limit counts the
/// braces and quotation marks, too (behaviour reference §2.9).
final class OverridesLength {

    private final StringBuilder json = new StringBuilder();

    private OverridesLength() {}

    static int of(TaskOverride overrides) {
        return new OverridesLength().write(overrides);
    }

    private int write(TaskOverride overrides) {
        json.append('{');
        if (!overrides.containerOverrides().isEmpty()) {
            name("containerOverrides").append('[');
            overrides.containerOverrides().forEach(this::container);
            close(']').append(',');
        }
        text("cpu", overrides.cpu());
        text("memory", overrides.memory());
        text("executionRoleArn", overrides.executionRoleArn());
        text("taskRoleArn", overrides.taskRoleArn());
        if (overrides.ephemeralStorageGib() > 0) {
            name("ephemeralStorage").append('{');
            number("sizeInGiB", overrides.ephemeralStorageGib());
            close('}').append(',');
        }
        return close('}').length();
    }

    private void container(ContainerOverride override) {
        json.append('{');
        text("name", override.name());
        texts("command", override.command());
        if (!override.environment().isEmpty()) {
            name("environment").append('[');
            for (var variable : override.environment()) {
                json.append('{');
                name("name");
                quoted(variable.name()).append(',');
                name("value");
                quoted(variable.value()).append("},");
            }
            close(']').append(',');
        }
        number("cpu", override.cpuUnits());
        number("memory", override.memoryMib());
        number("memoryReservation", override.memoryReservationMib());
        close('}').append(',');
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            name(name);
            quoted(value).append(',');
        }
    }

    private void texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            name(name).append('[');
            values.forEach(value -> quoted(value).append(','));
            close(']').append(',');
        }
    }

    private void number(String name, int value) {
        if (value > 0) {
            name(name).append(value).append(',');
        }
    }

    private StringBuilder name(String name) {
        return quoted(name).append(':');
    }

    private StringBuilder quoted(String text) {
        return json.append('"')
                .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    /// In place of the comma behind the last item, if there is one.
    private StringBuilder close(char bracket) {
        if (json.charAt(json.length() - 1) == ',') {
            json.setLength(json.length() - 1);
        }
        return json.append(bracket);
    }
}
