package ecslab.engine;

import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// A service's tasks that nobody asked to stop, counted as they change, so that nobody has to walk
/// them to know how many run or are healthy.
final class Members {

    /// In the order in which they were started, and when.
    private final LinkedHashMap<TaskId, SimInstant> startedAt = new LinkedHashMap<>();

    private final Tally all = new Tally();

    /// By deployment.
    private final TreeMap<String, Tally> tallies = new TreeMap<>();

    /// By deployment: those that were healthy when they were last judged.
    private final TreeMap<String, LinkedHashSet<TaskId>> healthy = new TreeMap<>();

    /// Those that have to be judged again: something about them has changed.
    private final LinkedHashSet<TaskId> doubtful = new LinkedHashSet<>();

    /// Those that time alone makes healthy, by when it does.
    private final TreeMap<SimInstant, LinkedHashSet<TaskId>> young = new TreeMap<>();

    Members copy() {
        var copy = new Members();
        copy.startedAt.putAll(startedAt);
        copy.all.add(all);
        tallies.forEach((deployment, tally) -> copy.tallies.put(deployment, tally.copy()));
        healthy.forEach(
                (deployment, ids) -> copy.healthy.put(deployment, new LinkedHashSet<>(ids)));
        copy.doubtful.addAll(doubtful);
        young.forEach((at, ids) -> copy.young.put(at, new LinkedHashSet<>(ids)));
        return copy;
    }

    Set<TaskId> ids() {
        return startedAt.keySet();
    }

    int size() {
        return startedAt.size();
    }

    boolean contains(TaskId id) {
        return startedAt.containsKey(id);
    }

    void join(Task task, SimInstant now) {
        startedAt.put(task.id(), now);
        all.change(null, task);
        tally(task.startedBy()).change(null, task);
        doubtful.add(task.id());
    }

    /// A task was told to stop.
    ///
    /// @return when it was started
    SimInstant leave(Task task) {
        var started = Objects.requireNonNull(startedAt.remove(task.id()));
        all.change(task, null);
        tally(task.startedBy()).change(task, null);
        doubtful.remove(task.id());
        judge(task, false);
        return started;
    }

    /// Does nothing for a task that is no member.
    void change(Task before, Task after) {
        if (contains(after.id())) {
            all.change(before, after);
            tally(after.startedBy()).change(before, after);
            doubtful.add(after.id());
        }
    }

    /// Something beside its own record has changed that a task's health depends on.
    void doubt(TaskId id) {
        if (contains(id)) {
            doubtful.add(id);
        }
    }

    /// Those that have to be judged: nobody else's health can have changed since this was last
    /// asked.
    List<TaskId> takeDoubtful(SimInstant now) {
        var taken = new ArrayList<>(doubtful);
        doubtful.clear();
        while (!young.isEmpty() && !now.isBefore(young.firstKey())) {
            for (var id : young.pollFirstEntry().getValue()) {
                if (contains(id)) {
                    taken.add(id);
                }
            }
        }
        return taken;
    }

    void judge(Task task, boolean isHealthy) {
        var there = healthy.computeIfAbsent(task.startedBy(), _ -> new LinkedHashSet<>());
        if (isHealthy) {
            there.add(task.id());
        } else {
            there.remove(task.id());
        }
    }

    void judgeAgain(TaskId id, SimInstant at) {
        young.computeIfAbsent(at, _ -> new LinkedHashSet<>()).add(id);
    }

    Tally all() {
        return all;
    }

    /// Of a deployment's members.
    Tally tally(String deployment) {
        return tallies.computeIfAbsent(deployment, _ -> new Tally());
    }

    /// As they were last judged: [Health] knows when that has to be done.
    int healthy() {
        return healthy.values().stream().mapToInt(Set::size).sum();
    }

    int healthy(String deployment) {
        var there = healthy.get(deployment);
        return there == null ? 0 : there.size();
    }
}
