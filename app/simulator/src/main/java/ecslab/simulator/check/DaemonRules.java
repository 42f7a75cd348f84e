package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashSet;
import java.util.List;

/// A daemon service has one task on a container instance and no second one (behaviour reference
/// §6.1), not even while a deployment goes on: its `maximumPercent` is 100.
final class DaemonRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;

    DaemonRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.TaskStateChange(var at, var task)
                && task.service().isPresent()
                && seen.task(task.id()).isEmpty()) {
            judge(at, task);
        }
    }

    private void judge(SimInstant at, Task task) {
        var name = new ServiceName(task.cluster(), task.service().orElse(""));
        var service = seen.services.get(name);
        if (service == null || !service.scheduling().isDaemon()) {
            return;
        }
        var taken = new LinkedHashSet<String>();
        seen.members(name).forEach(one -> taken.add(one.place().containerInstance()));
        if (taken.contains(task.place().containerInstance())) {
            broken.add(
                    at + " " + name + " has a second task on " + task.place().containerInstance());
        }
    }

    @Override
    public void settled(SimInstant at) {}
}
