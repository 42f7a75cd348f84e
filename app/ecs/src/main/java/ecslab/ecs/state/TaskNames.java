package ecslab.ecs.state;

import ecslab.ecs.model.Task;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gives tasks names that people can say: `web#2` is the second task that the service `web` ever
/// started; a standalone task is counted by its family.
public final class TaskNames {

    private final SortedMap<String, Integer> last;

    private TaskNames(SortedMap<String, Integer> last) {
        this.last = last;
    }

    /// Goes on counting after the names given so far.
    public static TaskNames after(Collection<String> given) {
        var last = new TreeMap<String, Integer>();
        for (var name : given) {
            var hash = name.lastIndexOf('#');
            last.merge(
                    name.substring(0, hash), Integer.parseInt(name.substring(hash + 1)), Math::max);
        }
        return new TaskNames(last);
    }

    public String next(Task task) {
        var group = task.service().orElse(task.taskDefinition().family());
        return group + "#" + last.merge(group, 1, Integer::sum);
    }
}
