package ecslab.stage.layout;

import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.layout.Place.Part;
import java.util.Optional;

/// Finds the place of anything that can be pointed at, also of what has none of its own: a target
/// group stands in its load balancer, a subnet in its Availability Zone.
public record Whereabouts(ClusterState state, Layout layout) {

    /// The place of `ref`, or of what it stands in.
    ///
    /// @param near where a thing stands in several clusters, the one of this task is meant
    public Optional<Place> find(Ref ref, Ref near) {
        return switch (ref.kind()) {
            case TARGET_GROUP -> balancerOf(ref.id()).flatMap(layout::placeOf);
            case SUBNET -> zone(ref.id(), near);
            case VPC -> vpc(ref.id(), near);
            case INSTANCE -> layout.placeOf(ref).or(() -> zoneOf(ref, near));
            case CAPACITY_PROVIDER -> provider(ref.id(), near);
            case AUTO_SCALING_GROUP -> layout.placeOf(ref);
            case CLUSTER, TASK_DEFINITION, SERVICE, TASK -> layout.placeOf(ref);
            case LOAD_BALANCER, ROLE, IMAGE, REGISTRY, TRAFFIC, REQUEST -> layout.placeOf(ref);
        };
    }

    private Optional<Ref> balancerOf(String targetGroup) {
        var group = state.targetGroups().get(targetGroup);
        if (group == null) {
            return Optional.empty();
        }
        return state.balancing().loadBalancersOf(group).stream()
                .map(LoadBalancer::name)
                .map(name -> Ref.of(Kind.LOAD_BALANCER, name))
                .findFirst();
    }

    private Optional<Place> zoneOf(Ref instance, Ref near) {
        return Optional.ofNullable(state.capacity().instances().get(instance.id()))
                .flatMap(it -> zone(it.subnetId(), near));
    }

    private Optional<Place> vpc(String vpcId, Ref near) {
        return vpcId.equals(state.network().vpcId())
                ? cluster(near)
                        .map(name -> Place.of(Part.VPC, name))
                        .filter(layout.boxes()::containsKey)
                : Optional.empty();
    }

    /// Fargate's own stand for AWS's machines, all others for an Auto Scaling group.
    private Optional<Place> provider(String provider, Ref near) {
        if (CapacityProvider.isFargate(provider)) {
            return cluster(near)
                    .map(name -> Place.of(Part.FARGATE, name))
                    .filter(layout.boxes()::containsKey);
        }
        return Optional.ofNullable(state.capacity().capacityProviders().get(provider))
                .map(it -> Ref.of(Kind.AUTO_SCALING_GROUP, it.autoScalingGroup()))
                .flatMap(layout::placeOf);
    }

    private Optional<String> cluster(Ref near) {
        return Optional.ofNullable(state.tasks().get(new TaskId(near.id())))
                .map(Task::cluster)
                .or(() -> state.clusters().keySet().stream().findFirst());
    }

    private Optional<Place> zone(String subnetId, Ref near) {
        var cluster = cluster(near);
        return state.network().subnets().stream()
                .filter(subnet -> subnet.subnetId().equals(subnetId))
                .map(Subnet::availabilityZone)
                .findFirst()
                .flatMap(name -> cluster.map(known -> known + "/" + name))
                .map(id -> Place.of(Part.ZONE, id))
                .filter(place -> layout.boxes().containsKey(place));
    }
}
