package ecslab.stage.layout;

import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Tempo;
import java.util.List;

/// The layout of the moment that was asked for last: most frames after it need no other, since
/// requests and health checks move nothing.
final class Newest {

    private static final SimInstant NEVER = new SimInstant(Long.MAX_VALUE);

    private List<Object> known = List.of();
    private SimInstant from = SimInstant.START;
    private SimInstant until = SimInstant.START;
    private Layout layout = Layout.NONE;
    private double width;
    private double height;

    Layout of(ClusterState state, SimInstant at, double wide, double high) {
        var isSameSize = wide == width && high == height;
        if (!isSameSize || at.isBefore(from) || !at.isBefore(until) || !isKnown(state)) {
            layout = Layout.of(state, at, wide, high);
            width = wide;
            height = high;
            known = tables(state);
            from = at;
            until = nextLeaving(state, at);
        }
        return layout;
    }

    /// What hasn't been written since is the same table still.
    @SuppressWarnings("ReferenceEquality")
    private boolean isKnown(ClusterState state) {
        var tables = tables(state);
        if (tables.size() != known.size()) {
            return false;
        }
        for (var i = 0; i < tables.size(); i++) {
            if (tables.get(i) != known.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// All that a plan is made of.
    private static List<Object> tables(ClusterState state) {
        return List.of(
                state.tasks(),
                state.appearedAt(),
                state.services(),
                state.clusters(),
                state.taskDefinitions(),
                state.images(),
                state.roles(),
                state.loadBalancers(),
                state.network(),
                state.capacity().instances(),
                state.capacity().containerInstances(),
                state.capacity().autoScalingGroups());
    }

    /// When the next ghost leaves, or the seat of one that left is given up.
    private static SimInstant nextLeaving(ClusterState state, SimInstant at) {
        var next = NEVER;
        for (var task : state.tasks().values()) {
            if (task.isStopped()) {
                var leaves = Seats.leavesAt(task).orElse(NEVER);
                var calm = leaves.equals(NEVER) ? NEVER : leaves.plus(Tempo.STAGE.calm());
                next = leaves.isAfter(at) ? SimInstant.earlier(next, leaves) : next;
                next = calm.isAfter(at) ? SimInstant.earlier(next, calm) : next;
            }
        }
        return next;
    }
}
