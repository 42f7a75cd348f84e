package ecslab.wire.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.Response;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Failure;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.TargetAttribute;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskSet;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.output.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Writes a response as AWS would send it.
public final class ResponseJson {

    private final ClusterState state;
    private final RunHeader run;

    private ResponseJson(ClusterState state, RunHeader run) {
        this.state = state;
        this.run = run;
    }

    /// Indented.
    ///
    /// @param state of the moment at which the response came: it holds what a response shows and
    ///   doesn't carry, such as a service's events
    public static String pretty(Response response, ClusterState state, RunHeader run) {
        return JsonText.pretty(new ResponseJson(state, run).json(response));
    }

    private ObjectNode json(Response response) {
        return switch (response) {
            case Response.CreateClusterResponse(var cluster) ->
                    one("cluster", DescribeServices.cluster(cluster, run));
            case Response.ClusterResponse(var cluster) ->
                    one("cluster", DescribeServices.cluster(cluster, run));
            case Response.RegisterTaskDefinitionResponse(var definition) ->
                    DescribeTaskDefinition.response(definition, run);
            case Response.DescribeTaskDefinitionResponse(var definition) ->
                    DescribeTaskDefinition.response(definition, run);
            case Response.DeregisterTaskDefinitionResponse(var definition) ->
                    one("taskDefinition", DescribeTaskDefinition.taskDefinition(definition, run));
            case Response.DeleteTaskDefinitionsResponse(var definitions, var failures) ->
                    all(
                            "taskDefinitions",
                            definitions,
                            one -> DescribeTaskDefinition.taskDefinition(one, run),
                            failures);
            case Response.ListTaskDefinitionsResponse(var arns) ->
                    texts("taskDefinitionArns", arns, "");
            case Response.RunTaskResponse(var tasks, var failures) -> tasks(tasks, failures);
            case Response.StartTaskResponse(var tasks, var failures) -> tasks(tasks, failures);
            case Response.DescribeTasksResponse(var tasks, var failures) -> tasks(tasks, failures);
            case Response.StopTaskResponse(var task) -> one("task", DescribeTasks.task(task, run));
            case Response.CreateServiceResponse(var service) -> one("service", service(service));
            case Response.UpdateServiceResponse(var service) -> one("service", service(service));
            case Response.CapacityProviderResponse(var provider) ->
                    one("capacityProvider", provider(provider));
            case Response.ContainerInstancesResponse(var instances, var failures) ->
                    all("containerInstances", instances, this::instance, failures);
            case Response.AttributesResponse(var attributes, var nextToken) ->
                    attributes(attributes, nextToken);
            case Response.DeleteServiceResponse(var service) -> one("service", service(service));
            case Response.Deploying deploying -> json(deploying);
            case Response.CodeDeploy told -> DescribeCodeDeploy.response(told, state, run);
            case Response.Read read -> json(read);
            case Response.Balancing balancing -> DescribeLoadBalancers.response(balancing, state);
            case Response.CreateRoleResponse(var role) ->
                    one("Role", DescribeNeighbours.role(role));
            case Response.EmptyResponse() -> Shape.object();
        };
    }

    private ObjectNode json(Response.Read read) {
        return switch (read) {
            case Response.ListResponse(var field, var items, var nextToken) ->
                    texts(field, items, nextToken);
            case Response.DescribeClustersResponse clusters -> clusters(clusters);
            case Response.DescribeCapacityProvidersResponse(
                            var providers,
                            var failures,
                            var nextToken) ->
                    next(all("capacityProviders", providers, this::provider, failures), nextToken);
            case Response.DescribeContainerInstancesResponse(
                            var instances,
                            var withHealth,
                            var failures) ->
                    all(
                            "containerInstances",
                            instances,
                            one -> instance(one, withHealth),
                            failures);
            case Response.DescribeServicesResponse(var services, var failures) ->
                    all("services", services, this::service, failures);
        };
    }

    private ObjectNode json(Response.Deploying deploying) {
        return switch (deploying) {
            case Response.ListServiceDeploymentsResponse(var told) ->
                    list(
                            "serviceDeployments",
                            told,
                            one -> DescribeRollouts.brief(one, state, run));
            case Response.DescribeServiceDeploymentsResponse(var told, var failures) ->
                    all(
                            "serviceDeployments",
                            told,
                            one -> DescribeRollouts.serviceDeployment(one, state, run),
                            failures);
            case Response.DescribeServiceRevisionsResponse(var revisions, var failures) ->
                    all(
                            "serviceRevisions",
                            revisions,
                            one -> DescribeRollouts.serviceRevision(one, run),
                            failures);
            case Response.ServiceDeploymentArnResponse(var arn) ->
                    Shape.object().put("serviceDeploymentArn", arn);
            case Response.TaskProtectionResponse(var tasks, var failures) ->
                    all(
                            "protectedTasks",
                            tasks,
                            one -> DescribeRollouts.protectedTask(one, state, run),
                            failures);
            case Response.TaskSetResponse(var service, var set) ->
                    one("taskSet", taskSet(service, set));
            case Response.DescribeTaskSetsResponse(var service, var sets, var failures) ->
                    all("taskSets", sets, one -> taskSet(service, one), failures);
        };
    }

    private ObjectNode taskSet(Service service, TaskSet set) {
        return service.deployments().stream()
                .filter(one -> one.id().equals(set.id()))
                .findFirst()
                .map(one -> DescribeRollouts.taskSet(set, one, service, run))
                .orElseGet(Shape::object);
    }

    private static <T> ObjectNode list(
            String name, Collection<T> things, Function<T, ObjectNode> described) {
        var json = Shape.object();
        var items = json.putArray(name);
        things.forEach(one -> items.add(described.apply(one)));
        return json;
    }

    private ObjectNode clusters(Response.DescribeClustersResponse response) {
        var described = Shape.array();
        for (var i = 0; i < response.clusters().size(); i++) {
            var cluster = response.clusters().get(i);
            var json = DescribeServices.cluster(cluster, run);
            if (!response.include().contains("SETTINGS")) {
                json.remove("settings");
            }
            if (!response.include().contains("CONFIGURATIONS")) {
                json.remove("configuration");
            }
            if (response.include().contains("STATISTICS")) {
                json.set("statistics", ClusterJson.statistics(response.statistics().get(i)));
            }
            if (response.include().contains("ATTACHMENTS")) {
                json.set(
                        "attachments",
                        ClusterJson.attachments(cluster, state.capacity().capacityProviders()));
            }
            described.add(json);
        }
        var json = Shape.object();
        json.set("clusters", described);
        json.set("failures", failures(response.failures()));
        return json;
    }

    private ObjectNode tasks(List<Task> tasks, List<Failure> failures) {
        return all("tasks", tasks, one -> DescribeTasks.task(one, run), failures);
    }

    private ObjectNode service(Service service) {
        var events = state.serviceEvents().getOrDefault(service.name(), List.of());
        return DescribeServices.service(service, events, run);
    }

    private ObjectNode provider(CapacityProvider provider) {
        var groups = List.copyOf(state.capacity().autoScalingGroups().values());
        return DescribeCapacity.capacityProvider(provider, groups, run);
    }

    private ObjectNode instance(ContainerInstance instance) {
        return instance(instance, false);
    }

    private ObjectNode instance(ContainerInstance instance, boolean withHealth) {
        var json = DescribeCapacity.containerInstance(instance, run);
        if (!withHealth) {
            json.remove("healthStatus");
        }
        return json;
    }

    private static ObjectNode attributes(List<TargetAttribute> attributes, String nextToken) {
        var json = Shape.object();
        var items = json.putArray("attributes");
        for (var one : attributes) {
            var item = items.addObject().put("name", one.attribute().name());
            Shape.text(item, "value", one.attribute().value());
            item.put("targetId", one.targetId());
        }
        return next(json, nextToken);
    }

    private static ObjectNode one(String name, ObjectNode value) {
        var json = Shape.object();
        json.set(name, value);
        return json;
    }

    private static <T> ObjectNode all(
            String name,
            Collection<T> things,
            Function<T, ObjectNode> described,
            List<Failure> failures) {
        var json = Shape.object();
        var items = json.putArray(name);
        things.forEach(one -> items.add(described.apply(one)));
        json.set("failures", failures(failures));
        return json;
    }

    private static ArrayNode failures(List<Failure> failures) {
        var items = Shape.array();
        for (var failure : failures) {
            var item = items.addObject();
            Shape.text(item, "arn", failure.arn());
            item.put("reason", failure.reason());
            Shape.text(item, "detail", failure.detail());
        }
        return items;
    }

    private static ObjectNode texts(String name, List<String> texts, String nextToken) {
        var json = Shape.object();
        json.set(name, Shape.texts(texts));
        return next(json, nextToken);
    }

    private static ObjectNode next(ObjectNode json, String nextToken) {
        Shape.text(json, "nextToken", nextToken);
        return json;
    }
}
