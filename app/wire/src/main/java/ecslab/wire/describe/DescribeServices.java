package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event.ServiceEvent;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ClusterSetting;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.Service;
import ecslab.wire.output.Echo;
import ecslab.wire.output.PlacementJson;
import java.util.List;

/// `DescribeServices` and `DescribeClusters`
final class DescribeServices {

    private DescribeServices() {}

    /// @param events newest first
    static ObjectNode service(Service service, List<ServiceEvent> events, RunHeader run) {
        var arns = run.arns();
        var json = Shape.object();
        json.put("serviceArn", arns.service(service.name()));
        json.put("serviceName", service.name().service());
        json.put("clusterArn", arns.cluster(service.name().cluster()));
        json.put("status", service.status().name());
        json.put("desiredCount", service.desiredCount());
        json.put("runningCount", service.runningCount());
        json.put("pendingCount", service.pendingCount());
        if (service.capacityProviderStrategy().isEmpty()) {
            json.put("launchType", service.launchType().name());
        } else {
            json.set(
                    "capacityProviderStrategy",
                    DescribeCapacity.strategy(service.capacityProviderStrategy()));
        }
        json.put("taskDefinition", arns.taskDefinition(service.taskDefinition()));
        json.set("loadBalancers", DescribeRollouts.loadBalancers(service.loadBalancers()));
        json.set(
                "deploymentConfiguration",
                DescribeRollouts.configuration(service.deploymentConfiguration()));
        json.putObject("deploymentController").put("type", service.rollout().controller().name());
        json.set("taskSets", taskSets(service, run));
        var bySets = !service.rollout().taskSets().isEmpty();
        json.set("deployments", bySets ? Shape.array() : deployments(service, run));
        if (!service.rollout().currentServiceDeployment().isEmpty()) {
            var current = service.rollout().currentServiceDeployment();
            json.put("currentServiceDeployment", arns.serviceDeployment(service.name(), current));
        }
        json.set("currentServiceRevisions", DescribeRollouts.currentRevisions(service, run));
        json.set("events", events(events, run));
        Shape.time(json, "createdAt", service.createdAt(), run);
        Shape.network(json, service.network());
        if (!service.loadBalancers().isEmpty()) {
            json.put("healthCheckGracePeriodSeconds", service.healthCheckGracePeriod().toSeconds());
        }
        PlacementJson.into(json, service.scheduling().placement());
        json.put("schedulingStrategy", service.scheduling().schedulingStrategy().name());
        json.put(
                "availabilityZoneRebalancing",
                service.scheduling().availabilityZoneRebalancing().name());
        Echo.into(json, service.unmodelled());
        return json;
    }

    static ObjectNode cluster(ClusterDescription cluster, RunHeader run) {
        var json =
                Shape.object()
                        .put("clusterArn", run.arns().cluster(cluster.name()))
                        .put("clusterName", cluster.name())
                        .put("status", cluster.status().name())
                        .put(
                                "registeredContainerInstancesCount",
                                cluster.registeredContainerInstancesCount())
                        .put("runningTasksCount", cluster.runningTasksCount())
                        .put("pendingTasksCount", cluster.pendingTasksCount())
                        .put("activeServicesCount", cluster.activeServicesCount());
        json.set("capacityProviders", Shape.texts(cluster.capacityProviders()));
        json.set(
                "defaultCapacityProviderStrategy",
                DescribeCapacity.strategy(cluster.defaultCapacityProviderStrategy()));
        Shape.text(json, "attachmentsStatus", cluster.attachmentsStatus());
        json.putArray("settings")
                .addObject()
                .put("name", ClusterSetting.CONTAINER_INSIGHTS)
                .put("value", cluster.containerInsights());
        Echo.into(json, cluster.unmodelled());
        return json;
    }

    private static ArrayNode taskSets(Service service, RunHeader run) {
        var items = Shape.array();
        for (var set : service.rollout().taskSets()) {
            service.deployments().stream()
                    .filter(one -> one.id().equals(set.id()))
                    .forEach(one -> items.add(DescribeRollouts.taskSet(set, one, service, run)));
        }
        return items;
    }

    private static ArrayNode deployments(Service service, RunHeader run) {
        var items = Shape.array();
        for (var deployment : service.deployments()) {
            items.add(deployment(deployment, service, run));
        }
        return items;
    }

    private static ObjectNode deployment(Deployment deployment, Service service, RunHeader run) {
        var json = Shape.object();
        json.put("id", deployment.id());
        json.put("status", deployment.status().name());
        json.put("taskDefinition", run.arns().taskDefinition(deployment.taskDefinition()));
        json.put("desiredCount", deployment.desiredCount());
        json.put("pendingCount", deployment.pendingCount());
        json.put("runningCount", deployment.runningCount());
        json.put("failedTasks", deployment.failedTasks());
        Shape.time(json, "createdAt", deployment.createdAt(), run);
        Shape.time(json, "updatedAt", deployment.updatedAt(), run);
        json.put("launchType", service.launchType().name());
        Shape.network(json, service.network());
        json.put("rolloutState", deployment.rolloutState().name());
        json.put("rolloutStateReason", deployment.rolloutStateReason());
        return json;
    }

    private static ArrayNode events(List<ServiceEvent> events, RunHeader run) {
        var items = Shape.array();
        for (var event : events) {
            var json = items.addObject().put("id", event.id());
            Shape.time(json, "createdAt", event.at(), run);
            json.put("message", event.message());
        }
        return items;
    }
}
