package ecslab.ecs.state;

import ecslab.ecs.model.ImageName;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.ServiceName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Names for things whose ids are drawn: `service/web`, `task/web#2`, `cluster/demo`,
/// `loadBalancer/web`, `targetGroup/web`, `role/NAME`, `image/web:1`, `taskDefinition/web:1`,
/// `instance/web#2` (the second instance that the Auto Scaling group `web` ever started),
/// `capacityProvider/NAME`, `autoScalingGroup/NAME`, `subnet/a`, `vpc/main` (there is one),
/// `registry/ecr` (that of the first image) or `registry/HOST`.
public final class Selectors {

    private Selectors() {}

    /// What `selector` means in `state`; empty if there is no such thing, or not yet.
    public static Optional<Ref> find(ClusterState state, String selector) {
        var slash = selector.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var name = selector.substring(slash + 1);
        return switch (selector.substring(0, slash)) {
            case "cluster" -> known(Kind.CLUSTER, name, state.clusters());
            case "service" -> service(state, name);
            case "task" -> task(state, name);
            case "taskDefinition" ->
                    state.taskDefinitions().keySet().stream()
                            .filter(known -> known.toString().equals(name))
                            .map(known -> Ref.of(Kind.TASK_DEFINITION, known.toString()))
                            .findFirst();
            case "loadBalancer" -> known(Kind.LOAD_BALANCER, name, state.loadBalancers());
            case "targetGroup" -> known(Kind.TARGET_GROUP, name, state.targetGroups());
            case "role" -> known(Kind.ROLE, name, state.roles());
            case "image" -> image(state, name);
            case "instance" -> instance(state, name);
            case "capacityProvider" ->
                    known(Kind.CAPACITY_PROVIDER, name, state.capacity().capacityProviders());
            case "autoScalingGroup" ->
                    known(Kind.AUTO_SCALING_GROUP, name, state.capacity().autoScalingGroups());
            case "subnet" ->
                    state.network().subnets().stream()
                            .filter(one -> one.name().equals(name) || one.subnetId().equals(name))
                            .map(one -> Ref.of(Kind.SUBNET, one.subnetId()))
                            .findFirst();
            case "vpc" ->
                    Optional.of(Ref.of(Kind.VPC, state.network().vpcId()))
                            .filter(vpc -> !vpc.id().isEmpty());
            case "registry" -> registry(state, name);
            default -> Optional.empty();
        };
    }

    /// The selector of a thing, as find reads it.
    public static String nameOf(ClusterState state, Ref ref) {
        return switch (ref.kind()) {
            case TASK ->
                    state.taskNames().entrySet().stream()
                            .filter(entry -> entry.getKey().hex().equals(ref.id()))
                            .map(entry -> "task/" + entry.getValue())
                            .findFirst()
                            .orElse(ref.toString());
            case SERVICE -> "service/" + ref.id().substring(ref.id().indexOf('/') + 1);
            case IMAGE -> "image/" + ref.id().substring(ref.id().lastIndexOf('/') + 1);
            case CLUSTER, TASK_DEFINITION, LOAD_BALANCER, TARGET_GROUP -> ref.toString();
            case INSTANCE ->
                    Optional.ofNullable(state.capacity().instances().get(ref.id()))
                            .map(one -> "instance/" + one.name())
                            .orElse(ref.toString());
            case AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> ref.toString();
            case VPC -> "vpc/main";
            case ROLE, SUBNET, REGISTRY, TRAFFIC, REQUEST -> ref.toString();
        };
    }

    private static Optional<Ref> known(Kind kind, String name, Map<String, ?> things) {
        return things.containsKey(name) ? Optional.of(Ref.of(kind, name)) : Optional.empty();
    }

    private static Optional<Ref> service(ClusterState state, String name) {
        Predicate<ServiceName> asked =
                known -> known.service().equals(name) || known.toString().equals(name);
        return state.services().keySet().stream().filter(asked).map(Ref::service).findFirst();
    }

    private static Optional<Ref> task(ClusterState state, String name) {
        return state.taskNames().entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(entry -> Ref.task(entry.getKey()))
                .findFirst();
    }

    private static Optional<Ref> instance(ClusterState state, String name) {
        return state.capacity().instances().values().stream()
                .filter(one -> one.name().equals(name) || one.instanceId().equals(name))
                .map(one -> Ref.of(Kind.INSTANCE, one.instanceId()))
                .findFirst();
    }

    private static Optional<Ref> registry(ClusterState state, String name) {
        return state.images().values().stream()
                .map(image -> ImageName.parse(image.uri()).host())
                .filter(host -> name.equals("ecr") || name.equals(host))
                .map(host -> Ref.of(Kind.REGISTRY, host))
                .findFirst();
    }

    private static Optional<Ref> image(ClusterState state, String name) {
        return state.images().values().stream()
                .filter(image -> image.shortName().equals(name) || image.uri().equals(name))
                .map(image -> Ref.of(Kind.IMAGE, image.uri()))
                .findFirst();
    }
}
