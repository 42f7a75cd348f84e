package ecslab.wire.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecslab.ecs.RunHeader;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.state.ClusterState;
import ecslab.wire.output.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Describes a run's state as AWS would: what the inspector shows, what `--state` writes and what
/// checks are asked of.
public final class Describe {

    private static final List<String> LISTS =
            List.of(
                    "clusters",
                    "taskDefinitions",
                    "services",
                    "tasks",
                    "loadBalancers",
                    "listeners",
                    "rules",
                    "targetGroups",
                    "targetHealth",
                    "roles",
                    "images",
                    "subnets",
                    "containerInstances",
                    "capacityProviders",
                    "autoScalingGroups",
                    "instances",
                    "serviceDeployments",
                    "serviceRevisions",
                    "codeDeployDeployments",
                    "alarms",
                    "protectedTasks");

    private final ClusterState state;
    private final RunHeader run;

    private Describe(ClusterState state, RunHeader run) {
        this.state = state;
        this.run = run;
    }

    /// One thing as the response of its Describe action, indented. Where AWS needs several actions
    /// to tell what there is, their responses stand in one object: a role with its attached
    /// policies, a load balancer with its listeners, a target group with its targets' health.
    ///
    /// @return `{}` if the state has no such thing
    public static String json(Ref ref, ClusterState state, RunHeader run) {
        return JsonText.pretty(new Describe(state, run).response(ref));
    }

    /// Everything, indented, with a line end at the end: AWS's shapes in lists that are named as
    /// ECS's responses are, and `requests` with the counts.
    public static String state(ClusterState state, RunHeader run) {
        return JsonText.pretty(new Describe(state, run).everything()) + "\n";
    }

    /// One of the lists that [#state(ClusterState, RunHeader)] writes, in one line.
    ///
    /// @param name such as `services`
    public static String list(String name, ClusterState state, RunHeader run) {
        return JsonText.compact(new Describe(state, run).listed(name));
    }

    private ObjectNode response(Ref ref) {
        var id = ref.id();
        return switch (ref.kind()) {
            case CLUSTER ->
                    of(state.clusters().values(), one -> one.name().equals(id))
                            .map(one -> list("clusters", DescribeServices.cluster(one, run)))
                            .orElseGet(Shape::object);
            case SERVICE ->
                    of(state.services().values(), one -> one.name().toString().equals(id))
                            .map(this::serviceAndDeployments)
                            .orElseGet(Shape::object);
            case TASK ->
                    of(state.tasks().values(), one -> one.id().hex().equals(id))
                            .map(one -> list("tasks", DescribeTasks.task(one, run)))
                            .orElseGet(Shape::object);
            case TASK_DEFINITION ->
                    of(state.taskDefinitions().values(), one -> one.name().toString().equals(id))
                            .map(one -> DescribeTaskDefinition.response(one, run))
                            .orElseGet(Shape::object);
            case INSTANCE ->
                    state.capacity()
                            .registeredBy(id)
                            .map(one ->
                                    list(
                                            "containerInstances",
                                            DescribeCapacity.containerInstance(one, run)))
                            .orElseGet(() -> neighbour(ref));
            case CAPACITY_PROVIDER ->
                    of(state.capacity().capacityProviders().values(), one -> one.name().equals(id))
                            .map(one -> list("capacityProviders", provider(one)))
                            .orElseGet(Shape::object);
            case LOAD_BALANCER, TARGET_GROUP, ROLE, IMAGE, SUBNET -> neighbour(ref);
            case VPC, REGISTRY -> neighbour(ref);
            case AUTO_SCALING_GROUP -> neighbour(ref);
            case TRAFFIC, REQUEST -> Shape.object();
        };
    }

    private ObjectNode neighbour(Ref ref) {
        var json = Shape.object();
        switch (ref.kind()) {
            case LOAD_BALANCER -> putLoadBalancer(json, ref.id());
            case TARGET_GROUP -> putTargetGroup(json, ref.id());
            case ROLE -> putRole(json, ref.id());
            case IMAGE ->
                    of(state.images().values(), one -> one.uri().equals(ref.id()))
                            .ifPresent(one ->
                                    json.putArray("imageDetails")
                                            .add(DescribeNeighbours.image(one)));
            case SUBNET ->
                    of(state.network().subnets(), one -> isCalled(one, ref.id()))
                            .ifPresent(one ->
                                    json.putArray("Subnets")
                                            .add(DescribeNeighbours.subnet(one, state.network())));
            case VPC -> {
                if (state.network().vpcId().equals(ref.id())) {
                    DescribeNetwork.put(json, state.network());
                }
            }
            case REGISTRY -> DescribeNeighbours.putImages(json, state.images().values(), ref.id());
            case AUTO_SCALING_GROUP ->
                    of(state.capacity().autoScalingGroups().values(), named(ref))
                            .ifPresent(one -> json.putArray("AutoScalingGroups").add(group(one)));
            case INSTANCE ->
                    Optional.ofNullable(state.capacity().instances().get(ref.id()))
                            .ifPresent(one ->
                                    json.putArray("Reservations")
                                            .addObject()
                                            .putArray("Instances")
                                            .add(DescribeCapacity.instance(one)));
            case CLUSTER, SERVICE, TASK, TASK_DEFINITION, TRAFFIC, REQUEST -> {}
            case CAPACITY_PROVIDER -> {}
        }
        return json;
    }

    private static Predicate<AutoScalingGroup> named(Ref ref) {
        return group -> group.name().equals(ref.id());
    }

    private ObjectNode provider(CapacityProvider provider) {
        var groups = List.copyOf(state.capacity().autoScalingGroups().values());
        return DescribeCapacity.capacityProvider(provider, groups, run);
    }

    private ObjectNode group(AutoScalingGroup group) {
        var instances = List.copyOf(state.capacity().instances().values());
        return DescribeCapacity.autoScalingGroup(group, instances);
    }

    private void putLoadBalancer(ObjectNode json, String name) {
        of(state.loadBalancers().values(), one -> one.name().equals(name))
                .ifPresent(one -> {
                    json.putArray("LoadBalancers")
                            .add(DescribeLoadBalancers.loadBalancer(one, state));
                    json.set("Attributes", DescribeLoadBalancers.attributes(one.attributes()));
                    var listeners = json.putArray("Listeners");
                    var rules = json.putArray("Rules");
                    for (var listener : state.balancing().listenersOf(name)) {
                        listeners.add(DescribeLoadBalancers.listener(listener, state));
                        rules.addAll(DescribeLoadBalancers.rules(listener));
                    }
                });
    }

    private void putTargetGroup(ObjectNode json, String name) {
        of(state.targetGroups().values(), one -> one.name().equals(name))
                .ifPresent(one -> {
                    json.putArray("TargetGroups")
                            .add(DescribeLoadBalancers.targetGroup(one, state));
                    json.set("Attributes", DescribeLoadBalancers.attributes(one.attributes()));
                    json.set(
                            "TargetHealthDescriptions",
                            DescribeLoadBalancers.targetHealth(one, state));
                });
    }

    private void putRole(ObjectNode json, String name) {
        of(state.roles().values(), one -> one.name().equals(name))
                .ifPresent(one -> {
                    json.set("Role", DescribeNeighbours.role(one));
                    json.set("AttachedPolicies", DescribeNeighbours.attachedPolicies(one));
                });
    }

    private ObjectNode everything() {
        var json = Shape.object();
        json.put("title", run.title());
        json.put("at", state.at().toString());
        json.put("seed", run.seed());
        LISTS.forEach(name -> json.set(name, listed(name)));
        json.putObject("requests")
                .put("sent", state.requests().sent())
                .put("succeeded", state.requests().succeeded())
                .put("failed", state.requests().failed())
                .put("inFlight", state.requests().inFlight());
        return json;
    }

    private JsonNode listed(String name) {
        return switch (name) {
            case "clusters" -> all(state.clusters(), one -> DescribeServices.cluster(one, run));
            case "taskDefinitions" ->
                    all(
                            state.taskDefinitions(),
                            one -> DescribeTaskDefinition.taskDefinition(one, run));
            case "services" -> all(state.services(), this::service);
            case "tasks" -> all(state.tasks(), one -> DescribeTasks.task(one, run));
            case "loadBalancers" ->
                    all(
                            state.loadBalancers(),
                            one -> DescribeLoadBalancers.loadBalancer(one, state));
            case "listeners" ->
                    all(
                            state.balancing().listeners(),
                            one -> DescribeLoadBalancers.listener(one, state));
            case "rules" -> rules();
            case "targetGroups" ->
                    all(state.targetGroups(), one -> DescribeLoadBalancers.targetGroup(one, state));
            case "targetHealth" -> targetHealth();
            case "roles" -> all(state.roles(), DescribeNeighbours::role);
            case "images" -> all(state.images(), DescribeNeighbours::image);
            case "subnets" -> subnets();
            case "containerInstances" ->
                    all(
                            state.capacity().containerInstances(),
                            one -> DescribeCapacity.containerInstance(one, run));
            case "capacityProviders" -> all(state.capacity().capacityProviders(), this::provider);
            case "autoScalingGroups" -> all(state.capacity().autoScalingGroups(), this::group);
            case "instances" -> all(state.capacity().instances(), DescribeCapacity::instance);
            case "serviceDeployments" ->
                    all(
                            state.rollouts().serviceDeployments(),
                            one -> DescribeRollouts.serviceDeployment(one, state, run));
            case "serviceRevisions" ->
                    all(
                            state.rollouts().serviceRevisions(),
                            one -> DescribeRollouts.serviceRevision(one, run));
            case "codeDeployDeployments" ->
                    all(
                            state.rollouts().codeDeploy().deployments(),
                            one -> DescribeCodeDeploy.deployment(one, run));
            case "alarms" ->
                    all(state.rollouts().alarms(), one -> DescribeRollouts.alarm(one, run));
            case "protectedTasks" ->
                    all(
                            state.rollouts().protectedTasks(),
                            one -> DescribeRollouts.protectedTask(one, state, run));
            default -> throw new IllegalArgumentException("a state has no " + name);
        };
    }

    private ArrayNode rules() {
        var rules = Shape.array();
        for (var listener : state.balancing().listeners().values()) {
            rules.addAll(DescribeLoadBalancers.rules(listener));
        }
        return rules;
    }

    private ObjectNode targetHealth() {
        var health = Shape.object();
        state.targetGroups()
                .forEach((name, group) ->
                        health.set(name, DescribeLoadBalancers.targetHealth(group, state)));
        return health;
    }

    private ArrayNode subnets() {
        var subnets = Shape.array();
        state.network()
                .subnets()
                .forEach(one -> subnets.add(DescribeNeighbours.subnet(one, state.network())));
        return subnets;
    }

    /// The service with what DescribeServiceDeployments says of it, newest first.
    private ObjectNode serviceAndDeployments(Service service) {
        var json = list("services", service(service));
        var told = json.putArray("serviceDeployments");
        state.rollouts()
                .of(service.name())
                .forEach(one -> told.add(DescribeRollouts.serviceDeployment(one, state, run)));
        var byCodeDeploy = state.rollouts().codeDeploy().of(service.name());
        if (!byCodeDeploy.isEmpty()) {
            var deployments = json.putArray("codeDeployDeployments");
            byCodeDeploy.forEach(one -> deployments.add(DescribeCodeDeploy.deployment(one, run)));
        }
        return json;
    }

    private ObjectNode service(Service service) {
        var events = state.serviceEvents().getOrDefault(service.name(), List.of());
        return DescribeServices.service(service, events, run);
    }

    private static boolean isCalled(Subnet subnet, String nameOrId) {
        return subnet.name().equals(nameOrId) || subnet.subnetId().equals(nameOrId);
    }

    private static <T> Optional<T> of(Collection<T> things, Predicate<T> wanted) {
        return things.stream().filter(wanted).findFirst();
    }

    private static <T> ArrayNode all(Map<?, T> things, Function<T, ObjectNode> described) {
        var items = Shape.array();
        things.values().forEach(one -> items.add(described.apply(one)));
        return items;
    }

    private static ObjectNode list(String name, ObjectNode item) {
        var json = Shape.object();
        json.putArray(name).add(item);
        json.putArray("failures");
        return json;
    }
}
