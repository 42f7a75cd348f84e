package ecslab.stage.layout;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.layout.Place.Part;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a light falls on: one thing, and all that lies in it.
///
/// @param thing what was pointed at, or what it belongs to if it isn't drawn itself
/// @param within never without `at`
public record Lit(Ref thing, Place at, Set<Place> within) {

    /// Boxes stand on whole pixels, so that a frame may be rounded into what it holds.
    private static final double ROUNDING = 1;

    /// Where the light falls for `wanted`; empty if neither it nor what it belongs to is known.
    public static Optional<Lit> find(Ref wanted, Whereabouts where) {
        return new Search(where).nearest(wanted).map(found -> lit(found, where.layout()));
    }

    public boolean has(Place place) {
        return within.contains(place);
    }

    private static Lit lit(Found found, Layout layout) {
        var within = new HashSet<Place>();
        within.add(found.at());
        var frame = layout.boxes().get(found.at());
        if (frame != null && found.at().part().isFrame()) {
            layout.boxes().entrySet().stream()
                    .filter(entry -> frame.inset(-ROUNDING).contains(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .forEach(within::add);
        }
        return new Lit(found.thing(), found.at(), Set.copyOf(within));
    }

    private record Found(Ref thing, Place at) {}

    /// From a thing outwards, until something is drawn.
    private record Search(Whereabouts where) {

        Optional<Found> nearest(Ref wanted) {
            return where.find(wanted, wanted)
                    .map(place -> new Found(wanted, place))
                    .or(() -> around(wanted));
        }

        private Optional<Found> around(Ref ref) {
            var id = ref.id();
            return switch (ref.kind()) {
                case TASK ->
                        Optional.ofNullable(state().tasks().get(new TaskId(id)))
                                .flatMap(task -> nearest(owner(task)));
                case SERVICE -> nearest(Ref.of(Kind.CLUSTER, id.substring(0, id.indexOf('/'))));
                case IMAGE -> in(Part.SHELF, ref, state().images().containsKey(id));
                case ROLE -> in(Part.ROLES, ref, state().roles().containsKey(id));
                case TASK_DEFINITION -> in(Part.TASK_DEFINITIONS, ref, isDefined(id));
                case TARGET_GROUP -> in(Part.REGION, ref, state().targetGroups().containsKey(id));
                case LOAD_BALANCER -> in(Part.REGION, ref, state().loadBalancers().containsKey(id));
                case CLUSTER, SUBNET, TRAFFIC, REQUEST -> Optional.empty();
                case VPC, REGISTRY -> Optional.empty();
                case AUTO_SCALING_GROUP ->
                        Optional.ofNullable(state().capacity().autoScalingGroups().get(id))
                                .flatMap(group -> nearest(Ref.of(Kind.CLUSTER, group.cluster())));
                case INSTANCE, CAPACITY_PROVIDER -> Optional.empty();
            };
        }

        private ClusterState state() {
            return where.state();
        }

        private static Ref owner(Task task) {
            return task.service()
                    .map(name -> Ref.service(new ServiceName(task.cluster(), name)))
                    .orElse(Ref.of(Kind.CLUSTER, task.cluster()));
        }

        private boolean isDefined(String name) {
            return state().taskDefinitions().keySet().stream()
                    .anyMatch(known -> known.toString().equals(name));
        }

        private Optional<Found> in(Part frame, Ref ref, boolean isKnown) {
            var place = Place.of(frame);
            return isKnown && where.layout().boxes().containsKey(place)
                    ? Optional.of(new Found(ref, place))
                    : Optional.empty();
        }
    }
}
