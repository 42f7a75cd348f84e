package ecslab.stage.panel;

import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the inspector says of where a service's tasks go.
final class ServicePlacement {

    private ServicePlacement() {}

    static List<Block> blocks(Sight sight, Service service) {
        var scheduling = service.scheduling();
        var blocks = new ArrayList<Block>();
        if (scheduling.isDaemon()) {
            blocks.add(sight.fact("daemon", scheduling.schedulingStrategy()));
        } else if (service.launchType() != LaunchType.FARGATE) {
            blocks.add(sight.fact("placementStrategy", strategies(sight, service)));
        }
        for (var constraint : scheduling.placement().constraints()) {
            blocks.add(sight.fact("placementConstraint", said(constraint)));
        }
        if (!scheduling.isDaemon()) {
            blocks.add(sight.fact("rebalancing", scheduling.availabilityZoneRebalancing()));
        }
        return blocks;
    }

    private static String strategies(Sight sight, Service service) {
        var strategy = service.scheduling().placement().strategy();
        return strategy.isEmpty()
                ? sight.say("inspector.placementStrategy.usual")
                : strategy.stream()
                        .map(PlacementStrategy::toString)
                        .collect(Collectors.joining(" → "));
    }

    private static String said(PlacementConstraint constraint) {
        return constraint.expression().isEmpty()
                ? constraint.type().printed()
                : constraint.type().printed() + ": " + constraint.expression();
    }
}
