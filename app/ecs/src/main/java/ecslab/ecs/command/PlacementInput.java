package ecslab.ecs.command;

import java.util.List;

/// Where tasks are to go, as RunTask, CreateService and UpdateService are told. An empty list that
/// UpdateService is given takes away what there was.
public record PlacementInput(
        Given<List<ConstraintInput>> placementConstraints,
        Given<List<StrategyInput>> placementStrategy) {

    public static final PlacementInput NOTHING = new PlacementInput(Given.absent(), Given.absent());

    /// One of `placementConstraints`.
    public record ConstraintInput(Given<String> type, Given<String> expression) {}

    /// One of `placementStrategy`.
    public record StrategyInput(Given<String> type, Given<String> field) {}
}
