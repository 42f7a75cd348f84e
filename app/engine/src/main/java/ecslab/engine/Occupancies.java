package ecslab.engine;

import ecslab.ecs.model.Task;
import java.util.LinkedHashMap;
import java.util.TreeSet;

/// By container instance: what its tasks have taken.
final class Occupancies {

    private final LinkedHashMap<String, Occupancy> all = new LinkedHashMap<>();

    /// Container instances whose tasks were counted anew in this turn. No turn ends before they are
    /// reported.
    final TreeSet<String> counted = new TreeSet<>();

    void add(Occupancies from) {
        from.all.forEach((id, there) -> all.put(id, there.copy()));
    }

    Occupancy of(String containerInstance) {
        return all.computeIfAbsent(containerInstance, _ -> new Occupancy());
    }

    void forget(String containerInstance) {
        all.remove(containerInstance);
    }

    /// Notes where a task is, or that it is no more.
    void settle(Task task, EngineState state) {
        var instance = task.place().containerInstance();
        if (instance.isEmpty()) {
            return;
        }
        var there = of(instance);
        if (there.settle(task, state)) {
            state.rankings.touch(instance);
        }
        if (there.takeCounted()) {
            counted.add(instance);
        }
    }
}
