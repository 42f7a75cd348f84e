package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.ContainerOverride;
import ecslab.ecs.model.TaskOverride;

/// Writes what RunTask changes in a revision. What doesn't change isn't there.
public final class OverridesJson {

    private OverridesJson() {}

    public static void into(ObjectNode json, TaskOverride overrides) {
        if (overrides.equals(TaskOverride.NONE)) {
            return;
        }
        var inside = json.putObject("overrides");
        if (!overrides.containerOverrides().isEmpty()) {
            var items = inside.putArray("containerOverrides");
            overrides.containerOverrides().forEach(one -> override(items.addObject(), one));
        }
        text(inside, "cpu", overrides.cpu());
        text(inside, "memory", overrides.memory());
        text(inside, "executionRoleArn", overrides.executionRoleArn());
        text(inside, "taskRoleArn", overrides.taskRoleArn());
        if (overrides.ephemeralStorageGib() > 0) {
            inside.putObject("ephemeralStorage").put("sizeInGiB", overrides.ephemeralStorageGib());
        }
    }

    private static void override(ObjectNode json, ContainerOverride override) {
        text(json, "name", override.name());
        if (!override.command().isEmpty()) {
            var command = json.putArray("command");
            override.command().forEach(command::add);
        }
        if (!override.environment().isEmpty()) {
            var items = json.putArray("environment");
            override.environment()
                    .forEach(one ->
                            items.addObject().put("name", one.name()).put("value", one.value()));
        }
        number(json, "cpu", override.cpuUnits());
        number(json, "memory", override.memoryMib());
        number(json, "memoryReservation", override.memoryReservationMib());
    }

    private static void text(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static void number(ObjectNode json, String name, int value) {
        if (value > 0) {
            json.put(name, value);
        }
    }
}
