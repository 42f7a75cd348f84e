package ecslab.stage.layout;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Ref.Kind;
import ecslab.ecs.model.Task;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.layout.Place.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where everything stands at a moment.
///
/// @param boxes in reading order; frames come before what they hold
/// @param details how closely each cluster's tasks are shown, by the cluster's name
/// @param standIns by task or instance: what stands for it where it has no box of its own
public record Layout(
        double width,
        double height,
        Measure measure,
        Map<Place, Box> boxes,
        Map<String, Detail> details,
        Map<String, Place> standIns) {

    static final Layout NONE = new Layout(0, 0, Measure.COMPACT, Map.of(), Map.of(), Map.of());

    /// A pure function of what is known and of the room there is.
    public static Layout of(ClusterState state, SimInstant at, double width, double height) {
        return of(Plan.of(state, at), width, height);
    }

    static Layout of(Plan plan, double width, double height) {
        return new Builder(plan, width, height).build();
    }

    /// Whether a task is on the stage: a stopped one is for a while.
    public static boolean isShown(Task task, SimInstant at) {
        return Seats.leavesAt(task).map(leaves -> leaves.isAfter(at)).orElse(true);
    }

    public Optional<Box> box(Place place) {
        return Optional.ofNullable(boxes.get(place));
    }

    /// The place of what `ref` names, or of what stands for it.
    public Optional<Place> placeOf(Ref ref) {
        var own = ownPlace(ref);
        return boxes.containsKey(own) ? Optional.of(own) : standIn(ref);
    }

    private Optional<Place> standIn(Ref ref) {
        return switch (ref.kind()) {
            case TASK -> Optional.ofNullable(standIns.get(ref.id()));
            case IMAGE -> known(Place.of(Part.IMAGES_MORE));
            case ROLE -> known(Place.of(Part.ROLES_MORE));
            case TASK_DEFINITION -> known(Place.of(Part.TASK_DEFINITIONS_MORE));
            case SERVICE -> known(Place.of(Part.BANDS_MORE, clusterOf(ref)));
            case CLUSTER, LOAD_BALANCER, TARGET_GROUP, SUBNET, TRAFFIC, REQUEST -> Optional.empty();
            case VPC, REGISTRY -> Optional.empty();
            case INSTANCE -> Optional.ofNullable(standIns.get(ref.id()));
            case AUTO_SCALING_GROUP, CAPACITY_PROVIDER -> Optional.empty();
        };
    }

    private Optional<Place> known(Place place) {
        return boxes.containsKey(place) ? Optional.of(place) : Optional.empty();
    }

    private static String clusterOf(Ref service) {
        return service.id().substring(0, Math.max(0, service.id().indexOf('/')));
    }

    /// Subnets and target groups are named by their ids here: [Whereabouts] knows their zones and
    /// load balancers.
    static Place ownPlace(Ref ref) {
        return new Place(partOf(ref.kind()), isOneForAll(ref) ? "" : ref.id());
    }

    /// All users stand in one place, and all registries on one shelf.
    private static boolean isOneForAll(Ref ref) {
        return ref.kind() == Kind.TRAFFIC
                || ref.kind() == Kind.REQUEST
                || ref.kind() == Kind.REGISTRY;
    }

    private static Part partOf(Kind kind) {
        return switch (kind) {
            case CLUSTER -> Part.CLUSTER;
            case TASK_DEFINITION -> Part.TASK_DEFINITION;
            case SERVICE -> Part.BAND;
            case TASK -> Part.TASK;
            case LOAD_BALANCER, TARGET_GROUP -> Part.BALANCER;
            case ROLE -> Part.ROLE;
            case IMAGE -> Part.IMAGE;
            case INSTANCE -> Part.INSTANCE;
            case SUBNET -> Part.ZONE;
            case VPC -> Part.VPC;
            case REGISTRY -> Part.SHELF;
            case AUTO_SCALING_GROUP -> Part.GROUP;
            case CAPACITY_PROVIDER -> Part.CLUSTER;
            case TRAFFIC, REQUEST -> Part.USERS;
        };
    }

    /// Builds a layout from the outside in.
    private static final class Builder {

        private final Plan plan;
        private final Measure measure;
        private final Box stage;
        private final Map<Place, Box> boxes = new LinkedHashMap<>();
        private final Map<String, Detail> details = new LinkedHashMap<>();
        private final Map<String, Place> standIns = new LinkedHashMap<>();

        Builder(Plan plan, double width, double height) {
            this.plan = plan;
            measure = Measure.of(width, height);
            stage = new Box(0, 0, width, height);
        }

        Layout build() {
            var gap = measure.gap();
            boxes.put(
                    Place.of(Part.USERS),
                    new Box(gap, 0, stage.width() - 2 * gap, measure.users()));
            var region = stage.below(measure.users()).inset(gap);
            region = new Box(region.x(), region.y() - gap, region.width(), region.height() + gap);
            boxes.put(Place.of(Part.REGION), region);
            var inside = region.inset(measure.gap());
            var hasBalancer = !plan.balancers().isEmpty();
            var height = measure.balancers(hasBalancer);
            balancers(inside.top(height));
            body(inside.below(height + measure.fan(hasBalancer)));
            return new Layout(
                    stage.width(),
                    stage.height(),
                    measure,
                    Collections.unmodifiableMap(boxes),
                    Collections.unmodifiableMap(details),
                    Collections.unmodifiableMap(standIns));
        }

        /// In the middle, so that wires fan out to both sides.
        private void balancers(Box row) {
            var count = Math.max(1, plan.balancers().size());
            var gap = measure.gap();
            var room = Math.max(0, row.width() - 2 * (measure.shelf() + 3 * gap));
            var width = Math.min(measure.balancerWidthMax(), (room - gap * (count - 1)) / count);
            var x = row.centerX() - (width * count + gap * (count - 1)) / 2;
            if (plan.balancers().isEmpty()) {
                put(Place.of(Part.NO_BALANCER), new Box(x, row.y(), width, row.height()));
            }
            for (var name : plan.balancers()) {
                put(Place.of(Part.BALANCER, name), new Box(x, row.y(), width, row.height()));
                x += width + gap;
            }
        }

        private void body(Box body) {
            var side = measure.shelf();
            var gap = measure.gap();
            shelves(new Box(body.x(), body.y(), side, body.height()));
            var right = plan.roles().isEmpty() ? 0 : side + gap;
            clusters(
                    new Box(
                            body.x() + side + gap,
                            body.y(),
                            Math.max(0, body.width() - side - gap - right),
                            body.height()));
            if (!plan.roles().isEmpty()) {
                roles(new Box(body.right() - side, body.y(), side, body.height()));
            }
        }

        private void shelves(Box column) {
            var lines = plan.taskDefinitions().size();
            var wanted = frame(lines, measure.line());
            var lower = lines == 0 ? 0 : Math.min(wanted, column.height() / 2);
            var upper = column.height() - lower - (lower > 0 ? measure.gap() : 0);
            var ecr = column.top(upper);
            boxes.put(Place.of(Part.SHELF), ecr);
            list(ecr, plan.images(), Part.IMAGE, Part.IMAGES_MORE, measure.image());
            if (lower > 0) {
                var definitions = column.below(upper + measure.gap());
                boxes.put(Place.of(Part.TASK_DEFINITIONS), definitions);
                list(
                        definitions,
                        plan.taskDefinitions(),
                        Part.TASK_DEFINITION,
                        Part.TASK_DEFINITIONS_MORE,
                        measure.line());
            }
        }

        private void roles(Box column) {
            boxes.put(Place.of(Part.ROLES), column);
            list(column, plan.roles(), Part.ROLE, Part.ROLES_MORE, measure.role());
        }

        /// The height of a frame that holds so many things of a height.
        private double frame(int count, double each) {
            var between = Math.max(0, count - 1) * measure.pad();
            return measure.caption() + count * each + between + 2 * measure.pad();
        }

        /// As many as there is room for; the last place says how many more there are.
        private void list(Box frame, List<String> ids, Part part, Part more, double each) {
            var pad = measure.pad();
            var inside = frame.below(measure.caption()).inset(pad);
            var room = (int) ((inside.height() + pad) / (each + pad));
            var shown = ids.size() <= room ? ids.size() : Math.max(0, room - 1);
            var y = inside.y();
            for (var id : ids.subList(0, shown)) {
                put(Place.of(part, id), new Box(inside.x(), y, inside.width(), each));
                y += each + pad;
            }
            if (shown < ids.size() && room > 0) {
                put(Place.of(more), new Box(inside.x(), y, inside.width(), each));
            }
        }

        private void clusters(Box middle) {
            if (plan.clusters().isEmpty()) {
                put(Place.of(Part.NO_CLUSTER), middle);
                return;
            }
            var gap = measure.gap();
            var least = 4 * measure.caption() + 8 * measure.pad();
            var room = Math.max(1, (int) ((middle.height() + gap) / (least + gap)));
            var shown = plan.clusters().subList(0, Math.min(room, plan.clusters().size()));
            var each = (middle.height() - gap * (shown.size() - 1)) / shown.size();
            var y = middle.y();
            for (var cluster : shown) {
                var frame = new Box(middle.x(), y, middle.width(), each);
                details.put(cluster.name(), clusterIn(frame, cluster));
                y += each + gap;
            }
        }

        private Detail clusterIn(Box frame, Plan.InCluster cluster) {
            return new ClusterLayout(measure, plan.zones(), cluster, boxes, standIns).fill(frame);
        }

        private void put(Place place, Box box) {
            if (!box.isEmpty()) {
                boxes.put(place, box.sharp());
            }
        }
    }
}
