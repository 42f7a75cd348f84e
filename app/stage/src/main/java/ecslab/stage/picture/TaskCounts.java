package ecslab.stage.picture;

import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.layout.Layout;
import java.util.HashMap;
import java.util.Map;

/// How many tasks of each state a band has in each Availability Zone, ghosts among them.
final class TaskCounts {

    static final TaskCounts NONE = new TaskCounts();

    private record Cell(String band, String zone, TaskStatus status) {}

    private final Map<Cell, Integer> counts = new HashMap<>();

    static TaskCounts of(ClusterState state, SimInstant at) {
        var all = new TaskCounts();
        var bands = new HashMap<String, Map<String, String>>();
        for (var task : state.tasks().values()) {
            if (Layout.isShown(task, at)) {
                var band =
                        bands.computeIfAbsent(task.group(), _ -> new HashMap<>())
                                .computeIfAbsent(task.cluster(), _ -> TaskBlock.bandOf(task));
                var cell = new Cell(band, task.availabilityZone(), task.lastStatus());
                all.counts.merge(cell, 1, Integer::sum);
            }
        }
        return all;
    }

    int of(String band, String zone, TaskStatus status) {
        return counts.getOrDefault(new Cell(band, zone, status), 0);
    }
}
