package ecslab.engine;

import ecslab.ecs.model.Task;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many tasks there are, by cluster, and by group and Availability Zone. It is kept up with
/// every change of a task.
final class Census {

    /// By cluster.
    private final TreeMap<String, Tally> tallies = new TreeMap<>();

    /// By cluster and group, then by zone: tasks that nobody asked to stop.
    private final TreeMap<String, TreeMap<String, Integer>> zones = new TreeMap<>();

    Census copy() {
        var copy = new Census();
        tallies.forEach((cluster, tally) -> copy.tallies.put(cluster, tally.copy()));
        zones.forEach((group, counts) -> copy.zones.put(group, new TreeMap<>(counts)));
        return copy;
    }

    /// Notes how a task stands now.
    ///
    /// @return whether the cluster's tally is another one now
    boolean change(@Nullable Task before, Task after) {
        if (before == null) {
            tally(after.cluster()).change(null, after);
            count(after, 1);
            return true;
        }
        if (!isWhereItWas(before, after)) {
            count(before, -1);
            count(after, 1);
        } else if (before.lastStatus() == after.lastStatus()) {
            return false;
        }
        tally(after.cluster()).change(before, after);
        return true;
    }

    private static boolean isWhereItWas(Task before, Task after) {
        return before.isLeaving() == after.isLeaving()
                && before.availabilityZone().equals(after.availabilityZone());
    }

    private void count(Task task, int by) {
        if (task.isLeaving()) {
            return;
        }
        var key = key(task.cluster(), task.group());
        var counts = zones.computeIfAbsent(key, _ -> new TreeMap<>());
        if (counts.merge(task.availabilityZone(), by, Integer::sum) == 0) {
            counts.remove(task.availabilityZone());
        }
        if (counts.isEmpty()) {
            zones.remove(key);
        }
    }

    Tally tally(String cluster) {
        return tallies.computeIfAbsent(cluster, _ -> new Tally());
    }

    /// How many tasks of a group are in each zone.
    SortedMap<String, Integer> zones(String cluster, String group) {
        var counts = zones.get(key(cluster, group));
        return counts == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(counts);
    }

    private static String key(String cluster, String group) {
        return cluster + " " + group;
    }
}
