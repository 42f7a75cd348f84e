package ecslab.stage.layout;

import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.cue.Tempo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Gives every task a seat, which it keeps as a ghost for a while after its life.
///
/// A task takes the first seat that is free when it appears, among those of its service and its
/// Availability Zone. Where a seat stays free, those behind it move up once all is calm again:
/// nothing wanders while tasks are replaced, and no holes are left for good.
final class Seats {

    private static final long NEVER = Long.MAX_VALUE;

    private final Map<Bench, Row> rows = new HashMap<>();
    private final Map<TaskId, Seat> seated = new LinkedHashMap<>();

    private Seats() {}

    /// Who sits together.
    ///
    /// @param group a task's `group`: its service, or its family; on EC2 its instance
    record Bench(String cluster, String group, String availabilityZone) {}

    /// @param index from 0
    record Seat(Bench bench, int index) {}

    static Seats at(ClusterState state, SimInstant at) {
        var seats = new Seats();
        state.tasks().values().forEach(task -> seats.admit(state, task));
        seats.sitDown(state, at);
        return seats;
    }

    /// Everybody who is there, in the order in which they appeared.
    Map<TaskId, Seat> seated() {
        return Collections.unmodifiableMap(seated);
    }

    /// How many seats a bench needs, counting those that were left a short while ago.
    int sizeOf(Bench bench) {
        var row = rows.get(bench);
        return row == null ? 0 : row.chairs.size();
    }

    /// Until when a stopped task is there as a ghost; empty while it hasn't stopped.
    static Optional<SimInstant> leavesAt(Task task) {
        return task.isStopped()
                ? task.time(TaskMoment.STOPPED_AT).map(at -> at.plus(Tempo.STAGE.ghost()))
                : Optional.empty();
    }

    private void admit(ClusterState state, Task task) {
        var bench =
                Ec2Plan.isOnEc2(task)
                        ? Ec2Plan.benchOf(task)
                        : new Bench(task.cluster(), groupOf(task), task.availabilityZone());
        var appeared = state.appearedAt().getOrDefault(task.id(), SimInstant.START);
        long leaves = leavesAt(task).map(SimInstant::micros).orElse(NEVER);
        rows.computeIfAbsent(bench, _ -> new Row()).take(task.id(), appeared.micros(), leaves);
    }

    private void sitDown(ClusterState state, SimInstant at) {
        Map<TaskId, Seat> all = new HashMap<>();
        rows.forEach((bench, row) -> {
            row.moveUp(at.micros());
            for (var index = 0; index < row.chairs.size(); index++) {
                var chair = row.chairs.get(index);
                if (chair.until() > at.micros()) {
                    all.put(chair.task(), new Seat(bench, index));
                }
            }
        });
        for (var task : state.tasks().keySet()) {
            var seat = all.get(task);
            if (seat != null) {
                seated.put(task, seat);
            }
        }
    }

    /// Standalone tasks of all families sit together.
    private static String groupOf(Task task) {
        return task.service().isPresent() ? task.group() : "";
    }

    /// A place to sit, and until when somebody does.
    private record Chair(TaskId task, long until) {}

    /// The seats of a bench: freed ones are taken again, the lowest first.
    private static final class Row {

        private static final long CALM =
                TimeUnit.NANOSECONDS.toMicros(Tempo.STAGE.calm().toNanos());

        private final List<Chair> chairs = new ArrayList<>();

        /// Nobody leaves before.
        private long firstLeaves = NEVER;

        void take(TaskId task, long from, long until) {
            moveUp(from);
            firstLeaves = Math.min(firstLeaves, until);
            if (firstLeaves <= from) {
                for (var index = 0; index < chairs.size(); index++) {
                    if (chairs.get(index).until() <= from) {
                        chairs.set(index, new Chair(task, until));
                        return;
                    }
                }
            }
            chairs.add(new Chair(task, until));
        }

        void moveUp(long now) {
            if (firstLeaves <= now - CALM) {
                chairs.removeIf(chair -> chair.until() <= now - CALM);
                firstLeaves = chairs.stream().mapToLong(Chair::until).min().orElse(NEVER);
            }
        }
    }
}
