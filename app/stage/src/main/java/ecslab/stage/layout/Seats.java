package ecslab.stage.layout;

import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Tempo;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// Gives every task a seat that it keeps for life, and as a ghost for a while after.
///
/// A task takes the first seat that is free when it appears, among those of its service and its
/// Availability Zone. Nobody ever moves up.
final class Seats {

    private static final long NEVER = Long.MAX_VALUE;

    private final Map<Bench, Row> rows = new HashMap<>();
    private final Map<TaskId, Seat> seated = new LinkedHashMap<>();
    private final Map<Bench, Integer> sizes = new HashMap<>();

    private Seats() {}

    /// Who sits together.
    ///
    /// @param group a task's `group`: its service, or its family; on EC2 its instance
    record Bench(String cluster, String group, String availabilityZone) {}

    /// @param index from 0
    record Seat(Bench bench, int index) {}

    static Seats at(ClusterState state, SimInstant at) {
        var seats = new Seats();
        state.tasks().values().forEach(task -> seats.admit(state, task, at));
        return seats;
    }

    /// Everybody who is there, in the order in which they appeared.
    Map<TaskId, Seat> seated() {
        return Collections.unmodifiableMap(seated);
    }

    /// How many seats a bench needs, counting those that were left a short while ago.
    int sizeOf(Bench bench) {
        return sizes.getOrDefault(bench, 0);
    }

    /// Until when a stopped task is there as a ghost; empty while it hasn't stopped.
    static Optional<SimInstant> leavesAt(Task task) {
        return task.isStopped()
                ? task.time(TaskMoment.STOPPED_AT).map(at -> at.plus(Tempo.STAGE.ghost()))
                : Optional.empty();
    }

    private void admit(ClusterState state, Task task, SimInstant at) {
        var bench =
                Ec2Plan.isOnEc2(task)
                        ? Ec2Plan.benchOf(task)
                        : new Bench(task.cluster(), groupOf(task), task.availabilityZone());
        var row = rows.computeIfAbsent(bench, _ -> new Row());
        var appeared = state.appearedAt().getOrDefault(task.id(), SimInstant.START);
        long leaves = leavesAt(task).map(SimInstant::micros).orElse(NEVER);
        var index = row.take(appeared.micros(), leaves);
        if (leaves > at.minus(Tempo.STAGE.calm()).micros()) {
            sizes.merge(bench, index + 1, Math::max);
        }
        if (leaves > at.micros()) {
            seated.put(task.id(), new Seat(bench, index));
        }
    }

    /// Standalone tasks of all families sit together.
    private static String groupOf(Task task) {
        return task.service().isPresent() ? task.group() : "";
    }

    /// The seats of a bench: freed ones are taken again, the lowest first.
    private static final class Row {

        private final TreeSet<Integer> free = new TreeSet<>();
        private final PriorityQueue<long[]> taken =
                new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        private int size;

        int take(long from, long until) {
            while (!taken.isEmpty() && taken.peek()[0] <= from) {
                free.add((int) taken.remove()[1]);
            }
            var lowest = free.pollFirst();
            var index = lowest == null ? size++ : lowest;
            taken.add(new long[] {until, index});
            return index;
        }
    }
}
