package ecslab.ecs.command;

/// How a service decides how many tasks there are, and where they go.
///
/// @param schedulingStrategy only CreateService has it
public record SchedulingInput(
        Given<String> schedulingStrategy,
        Given<String> availabilityZoneRebalancing,
        PlacementInput placement) {

    public static final SchedulingInput NOTHING =
            new SchedulingInput(Given.absent(), Given.absent(), PlacementInput.NOTHING);
}
