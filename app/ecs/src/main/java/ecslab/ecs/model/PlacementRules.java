package ecslab.ecs.model;

import java.util.List;

/// What RunTask or a service says of where its tasks go.
///
/// @param constraints all must hold
/// @param strategy the first one counts most
public record PlacementRules(
        List<PlacementConstraint> constraints, List<PlacementStrategy> strategy) {

    public static final PlacementRules NONE = new PlacementRules(List.of(), List.of());
}
