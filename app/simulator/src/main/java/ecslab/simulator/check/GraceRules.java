package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Within `healthCheckGracePeriodSeconds` of its start no task is replaced for its health checks,
/// be they a load balancer's or a container's (behaviour reference §6.1).
final class GraceRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;

    /// The shortest that a service has had.
    private final Map<ServiceName, Duration> periods = new LinkedHashMap<>();

    GraceRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ServiceChange(_, var service) ->
                    periods.merge(
                            service.name(), service.healthCheckGracePeriod(), GraceRules::shorter);
            case Event.TaskStateChange(var at, var task) -> judge(at, task);
            default -> {}
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void judge(SimInstant at, Task task) {
        var leaves = seen.task(task.id()).filter(before -> !before.isLeaving()).isPresent();
        if (!leaves
                || task.service().isEmpty()
                || !(task.stop() instanceof Stop.Asked(_, var reason))
                || !reason.startsWith("Task failed")
                || !reason.contains("health checks")) {
            return;
        }
        var name = new ServiceName(task.cluster(), task.service().get());
        var period = periods.getOrDefault(name, Duration.ZERO);
        var ends = task.time(TaskMoment.STARTED_AT).orElse(at).plus(period);
        if (at.isBefore(ends)) {
            broken.add(
                    at
                            + " replaces task "
                            + task.id().abbreviated()
                            + " for its health although its grace period ends at "
                            + ends);
        }
    }

    @Override
    public void settled(SimInstant at) {}
}
