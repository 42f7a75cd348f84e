package ecslab.docker;

import com.github.dockerjava.api.model.Container;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What everything that we make on a Docker engine carries. What doesn't carry it isn't ours, and
/// what names another owner is another copy's.
final class Labels {

    static final String PREFIX = "ecslab.";

    /// Whose it is: [Owner#id()].
    static final String OWNER = "ecslab.owner";

    /// On which computer, as the program there sees itself.
    static final String HOST = "ecslab.host";

    /// The file that is locked as long as the owner lives.
    static final String LOCK = "ecslab.lock";

    static final String TASK = "ecslab.task";
    static final String CONTAINER = "ecslab.container";

    /// The container that holds a task's network.
    static final String PAUSE = "~internal~ecs~pause";

    private Labels() {}

    static Map<String, String> of(Owner owner) {
        var all = new LinkedHashMap<String, String>();
        all.put(OWNER, owner.id());
        all.put(HOST, owner.host());
        all.put(LOCK, owner.lock().toString());
        return all;
    }

    static Map<String, String> of(Owner owner, String task) {
        var all = of(owner);
        all.put(TASK, task);
        return all;
    }

    static Map<String, String> of(Owner owner, String task, String container) {
        var all = of(owner, task);
        all.put(CONTAINER, container);
        return all;
    }

    static String get(@Nullable Map<String, String> labels, String name) {
        var value = labels == null ? null : labels.get(name);
        return value == null ? "" : value;
    }

    static String get(Container container, String name) {
        return get(container.getLabels(), name);
    }
}
