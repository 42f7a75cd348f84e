package ecslab.simulator.fuzz;

import ecslab.ecs.command.Given;
import ecslab.ecs.command.PlacementInput;
import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.command.PlacementInput.StrategyInput;
import ecslab.ecs.command.SchedulingInput;
import java.util.ArrayList;
import java.util.List;

/// Constraints and strategies as somebody might write them, now and then.
final class RandomPlacement {

    private static final List<String> EXPRESSIONS =
            List.of(
                    "attribute:stack == blue",
                    "attribute:stack exists or attribute:ecs.instance-type =~ t3.*",
                    "not(task:group == service:web)",
                    "runningTasksCount < 3",
                    "attribute:ecs.availability-zone != us-east-1b");
    private static final List<String> FIELDS =
            List.of("attribute:ecs.availability-zone", "instanceId", "attribute:stack");

    private final Dice dice;

    RandomPlacement(Dice dice) {
        this.dice = dice;
    }

    /// Fargate takes neither; that is tried as well, but seldom.
    PlacementInput of(boolean fargate) {
        return dice.once(fargate ? 40 : 2)
                ? new PlacementInput(Given.of(constraints()), Given.of(strategy()))
                : PlacementInput.NOTHING;
    }

    /// Of a service.
    SchedulingInput scheduling(boolean fargate) {
        return new SchedulingInput(
                Given.absent(), dice.once(4) ? Given.of("DISABLED") : Given.absent(), of(fargate));
    }

    private List<ConstraintInput> constraints() {
        var all = new ArrayList<ConstraintInput>();
        if (dice.once(4)) {
            all.add(new ConstraintInput(Given.of("distinctInstance"), Given.absent()));
        }
        if (dice.once(3)) {
            all.add(new ConstraintInput(Given.of("memberOf"), Given.of(dice.pick(EXPRESSIONS))));
        }
        return List.copyOf(all);
    }

    List<StrategyInput> strategy() {
        var all = new ArrayList<StrategyInput>();
        for (var i = dice.below(4); i > 0; i--) {
            all.add(
                    switch (dice.below(4)) {
                        case 0 -> of("binpack", dice.once(2) ? "cpu" : "memory");
                        case 1 -> new StrategyInput(Given.of("random"), Given.absent());
                        default -> of("spread", dice.pick(FIELDS));
                    });
        }
        return List.copyOf(all);
    }

    private static StrategyInput of(String type, String field) {
        return new StrategyInput(Given.of(type), Given.of(field));
    }
}
