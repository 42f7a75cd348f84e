package ecslab.wire.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.command.Given;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.command.PlacementInput.StrategyInput;
import ecslab.ecs.command.SchedulingInput;
import java.util.List;

/// Reads and writes where tasks are to go, and how a service decides how many there are.
final class PlacementCommands {

    private static final String CONSTRAINTS = "placementConstraints";
    private static final String STRATEGY = "placementStrategy";

    private PlacementCommands() {}

    static SchedulingInput scheduling(Input input) {
        return new SchedulingInput(
                input.text("schedulingStrategy"),
                input.text("availabilityZoneRebalancing"),
                placement(input));
    }

    static PlacementInput placement(Input input) {
        return new PlacementInput(
                input.has(CONSTRAINTS) ? Given.of(constraints(input)) : Given.absent(),
                input.has(STRATEGY)
                        ? Given.of(
                                input.structures(STRATEGY).stream()
                                        .map(one ->
                                                new StrategyInput(
                                                        one.text("type"), one.text("field")))
                                        .toList())
                        : Given.absent());
    }

    static List<ConstraintInput> constraints(Input input) {
        return input.structures(CONSTRAINTS).stream()
                .map(one -> new ConstraintInput(one.text("type"), one.text("expression")))
                .toList();
    }

    static void into(ObjectNode json, SchedulingInput scheduling) {
        text(json, "schedulingStrategy", scheduling.schedulingStrategy());
        text(json, "availabilityZoneRebalancing", scheduling.availabilityZoneRebalancing());
        into(json, scheduling.placement());
    }

    static void into(ObjectNode json, PlacementInput placement) {
        if (placement.placementConstraints()
                instanceof Given.Value<List<ConstraintInput>>(var constraints)) {
            constraintsInto(json, constraints);
        }
        if (placement.placementStrategy()
                instanceof Given.Value<List<StrategyInput>>(var strategy)) {
            var items = json.putArray(STRATEGY);
            for (var one : strategy) {
                var item = items.addObject();
                text(item, "type", one.type());
                text(item, "field", one.field());
            }
        }
    }

    static void constraintsInto(ObjectNode json, List<ConstraintInput> constraints) {
        var items = json.putArray(CONSTRAINTS);
        for (var one : constraints) {
            var item = items.addObject();
            text(item, "type", one.type());
            text(item, "expression", one.expression());
        }
    }

    private static void text(ObjectNode json, String name, Given<String> given) {
        if (given instanceof Given.Value<String>(var value)) {
            json.put(name, value);
        }
    }
}
