package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterStatistics;
import ecslab.ecs.model.ClusterStatistics.ByType;
import java.util.Map;

/// What DescribeClusters includes when it is asked to.
final class ClusterJson {

    private ClusterJson() {}

    static ArrayNode statistics(ClusterStatistics statistics) {
        var items = Shape.array();
        add(items, "running%TasksCount", statistics.runningTasks());
        add(items, "pending%TasksCount", statistics.pendingTasks());
        add(items, "active%ServiceCount", statistics.activeServices());
        add(items, "draining%ServiceCount", statistics.drainingServices());
        return items;
    }

    private static void add(ArrayNode items, String name, ByType counts) {
        add(items, name.replace("%", "EC2"), counts.ec2());
        add(items, name.replace("%", "Fargate"), counts.fargate());
    }

    private static void add(ArrayNode items, String name, int count) {
        items.addObject().put("name", name).put("value", String.valueOf(count));
    }

    /// The scaling policies that managed scaling has made.
    static ArrayNode attachments(
            ClusterDescription cluster, Map<String, CapacityProvider> providers) {
        var items = Shape.array();
        for (var name : cluster.capacityProviders()) {
            var provider = providers.get(name);
            if (provider != null && provider.managedScaling().enabled()) {
                items.addObject()
                        .put("type", "as_policy")
                        .put("status", "CREATED")
                        .putArray("details")
                        .addObject()
                        .put("name", "capacityProviderName")
                        .put("value", name);
            }
        }
        return items;
    }
}
