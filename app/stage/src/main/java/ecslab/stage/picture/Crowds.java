package ecslab.stage.picture;

import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import ecslab.stage.layout.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tasks of each band in each Availability Zone, ghosts among them, in the order in which they
/// appeared.
record Crowds(Map<String, List<Task>> byPlace) {

    static final Crowds NONE = new Crowds(Map.of());

    static Crowds of(ClusterState state, SimInstant at) {
        var all = new HashMap<String, List<Task>>();
        var bands = new HashMap<String, String>();
        for (var task : state.tasks().values()) {
            if (Layout.isShown(task, at)) {
                var band =
                        bands.computeIfAbsent(
                                task.cluster() + "|" + task.group(), _ -> bandOf(task));
                all.computeIfAbsent(band + "|" + task.availabilityZone(), _ -> new ArrayList<>())
                        .add(task);
            }
        }
        return new Crowds(all);
    }

    /// The band that a task stands in.
    private static String bandOf(Task task) {
        return task.service()
                .map(name -> new ServiceName(task.cluster(), name).toString())
                .orElse(task.cluster() + "/");
    }

    /// @param id `BAND|ZONE`
    List<Task> of(String id) {
        return byPlace.getOrDefault(id, List.of());
    }
}
