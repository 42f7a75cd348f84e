package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.stage.log.Tone;
import java.util.List;
import java.util.Optional;

/// The thing that the inspector is about, as it is at a moment.
///
/// @param name as people call it
/// @param id what tells it from all others; empty if that is its name
/// @param chip its state; empty if it has none
/// @param overview what there is to see at a glance
record Subject(String name, String id, String chip, Tone tone, List<Block> overview) {

    /// Empty if there is no such thing at the moment.
    static Optional<Subject> of(Sight sight, Ref ref) {
        var state = sight.state();
        var id = ref.id();
        return switch (ref.kind()) {
            case TASK ->
                    Optional.ofNullable(state.tasks().get(new TaskId(id)))
                            .map(task ->
                                    new Subject(
                                            sight.nameOf(task.id()),
                                            id,
                                            task.lastStatus().toString(),
                                            Tone.of(task.lastStatus()),
                                            TaskOverview.of(sight, task)));
            case SERVICE ->
                    Optional.ofNullable(state.services().get(serviceName(id)))
                            .map(service ->
                                    named(
                                            service.name().service(),
                                            service.status().toString(),
                                            Tone.SUCCESS,
                                            ServiceOverview.of(sight, service)));
            case CLUSTER ->
                    Optional.ofNullable(state.clusters().get(id))
                            .map(cluster ->
                                    named(
                                            id,
                                            cluster.status().toString(),
                                            Tone.SUCCESS,
                                            ClusterOverview.of(sight, cluster)));
            case TASK_DEFINITION ->
                    TaskDefinitionName.parse(id)
                            .flatMap(name -> Optional.ofNullable(state.taskDefinitions().get(name)))
                            .map(definition ->
                                    named(
                                            id,
                                            definition.status().toString(),
                                            Tone.SUCCESS,
                                            ClusterOverview.of(sight, definition)));
            case LOAD_BALANCER, TARGET_GROUP, ROLE, IMAGE, SUBNET -> neighbour(sight, ref);
            case VPC, REGISTRY -> NetworkOverview.of(sight, ref);
            case INSTANCE, AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> CapacitySubject.of(sight, ref);
            case TRAFFIC ->
                    Optional.of(named(id, "", Tone.MUTED, NeighbourOverview.ofUsers(sight)));
            case REQUEST -> Optional.empty();
        };
    }

    private static Optional<Subject> neighbour(Sight sight, Ref ref) {
        return neighbourOverview(sight, ref)
                .map(blocks -> named(Arns.lastPart(ref.id()), "", Tone.MUTED, blocks));
    }

    private static Optional<List<Block>> neighbourOverview(Sight sight, Ref ref) {
        var state = sight.state();
        var id = ref.id();
        return switch (ref.kind()) {
            case LOAD_BALANCER ->
                    Optional.ofNullable(state.loadBalancers().get(id))
                            .map(one -> BalancerOverview.of(sight, one));
            case TARGET_GROUP ->
                    Optional.ofNullable(state.targetGroups().get(id))
                            .map(one -> BalancerOverview.of(sight, one));
            case ROLE ->
                    Optional.ofNullable(state.roles().get(id))
                            .map(one -> NeighbourOverview.of(sight, one));
            case IMAGE ->
                    Optional.ofNullable(state.images().get(id))
                            .map(one -> NeighbourOverview.of(sight, one));
            case SUBNET ->
                    state.network().subnets().stream()
                            .filter(one -> one.subnetId().equals(id) || one.name().equals(id))
                            .findFirst()
                            .map(one -> NeighbourOverview.of(sight, one));
            case CLUSTER, TASK_DEFINITION, SERVICE, TASK, TRAFFIC, REQUEST -> Optional.empty();
            case INSTANCE, AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> Optional.empty();
            case VPC, REGISTRY -> Optional.empty();
        };
    }

    static Subject named(String name, String chip, Tone tone, List<Block> overview) {
        return new Subject(name, "", chip, tone, overview);
    }

    private static ServiceName serviceName(String id) {
        var slash = id.indexOf('/');
        return new ServiceName(id.substring(0, Math.max(0, slash)), id.substring(slash + 1));
    }
}
