package ecslab.engine;

import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.RequiredAttributes;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import java.util.ArrayList;
import java.util.List;

/// All that decides which container instances may have a task, and which of them comes first. Two
/// tasks that ask the same differ in nothing that placement looks at.
///
/// @param provider empty: any instance of the cluster
/// @param attributes that the instance must have
/// @param zones where the task may run; none: anywhere
/// @param chain the strategy, or ECS's default
/// @param daemon whether it is a daemon's task, for which room is kept
record Ask(
        String cluster,
        String provider,
        Reservation needs,
        List<String> attributes,
        List<String> zones,
        String group,
        List<PlacementConstraint> constraints,
        List<PlacementStrategy> chain,
        boolean daemon) {

    static final Ask NOTHING =
            new Ask(
                    "",
                    "",
                    new Reservation(0, 0, List.of(), List.of(), 0, 0),
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    false);

    private static final List<PlacementStrategy> OF_SERVICES =
            List.of(
                    PlacementStrategy.spread(PlacementStrategy.ZONE),
                    PlacementStrategy.spread(PlacementStrategy.INSTANCE_ID));
    private static final List<PlacementStrategy> OF_TASKS = List.of(PlacementStrategy.random());

    static Ask of(EngineState state, TaskStarter.Order order, String provider) {
        var definition = order.definition();
        return new Ask(
                order.cluster(),
                provider,
                Reservation.of(definition),
                RequiredAttributes.names(definition),
                order.network().subnets().isEmpty() ? List.of() : zones(state, order),
                order.group(),
                both(definition.placementConstraints(), order.placement().constraints()),
                chain(order.placement().strategy(), order.group()),
                false);
    }

    /// Without a strategy a service's tasks are spread, over Availability Zones before instances,
    /// and standalone tasks go where chance has them.
    static List<PlacementStrategy> chain(List<PlacementStrategy> asked, String group) {
        if (!asked.isEmpty()) {
            return asked;
        }
        return group.startsWith(Task.groupOfService("")) ? OF_SERVICES : OF_TASKS;
    }

    /// In `awsvpc` the Availability Zones of the subnets that are listed.
    private static List<String> zones(EngineState state, TaskStarter.Order order) {
        return state.network.subnets().stream()
                .filter(subnet -> order.network().subnets().contains(subnet.subnetId()))
                .map(Subnet::availabilityZone)
                .distinct()
                .toList();
    }

    private static List<PlacementConstraint> both(
            List<PlacementConstraint> ofDefinition, List<PlacementConstraint> ofOrder) {
        if (ofDefinition.isEmpty()) {
            return ofOrder;
        }
        var all = new ArrayList<>(ofDefinition);
        all.addAll(ofOrder);
        return List.copyOf(all);
    }

    /// Whether chance takes one of those that the strategies leave.
    boolean isByChance() {
        for (var strategy : chain) {
            if (strategy.type() == PlacementStrategy.Type.RANDOM) {
                return true;
            }
        }
        return false;
    }

    /// Such as `spread(attribute:ecs.availability-zone) → binpack(memory)`.
    String strategies() {
        return String.join(" → ", chain.stream().map(PlacementStrategy::toString).toList());
    }

    Ask inZone(String zone) {
        return new Ask(
                cluster,
                provider,
                needs,
                attributes,
                List.of(zone),
                group,
                constraints,
                chain,
                daemon);
    }

    Ask ofDaemon() {
        return new Ask(
                cluster, provider, needs, attributes, zones, group, constraints, chain, true);
    }
}
