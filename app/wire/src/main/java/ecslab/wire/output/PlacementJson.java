package ecslab.wire.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementRules;
import java.util.List;

/// Where tasks go, as ECS's Describe calls and our events show it.
public final class PlacementJson {

    private PlacementJson() {}

    public static void into(ObjectNode json, PlacementRules placement) {
        into(json, placement.constraints());
        var strategy = json.putArray("placementStrategy");
        for (var one : placement.strategy()) {
            var item = strategy.addObject().put("type", one.type().printed());
            if (!one.field().isEmpty()) {
                item.put("field", one.field());
            }
        }
    }

    public static void into(ObjectNode json, List<PlacementConstraint> constraints) {
        var items = json.putArray("placementConstraints");
        for (var one : constraints) {
            var item = items.addObject().put("type", one.type().printed());
            if (!one.expression().isEmpty()) {
                item.put("expression", one.expression());
            }
        }
    }
}
