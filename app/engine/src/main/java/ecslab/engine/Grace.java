package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import java.util.List;

/// `healthCheckGracePeriodSeconds` (behaviour reference §6.1): so long after a task's start its
/// service acts on no failed health check, be it a load balancer's or a container's.
final class Grace {

    private Grace() {}

    /// Whether a task that was found unhealthy is left alone for now; it is looked at again at the
    /// end of the period.
    static boolean holds(Desk desk, Task task) {
        var period = desk.service(desk.serviceOf(task)).healthCheckGracePeriod();
        var until = task.time(TaskMoment.STARTED_AT).orElse(desk.now()).plus(period);
        if (!desk.now().isBefore(until)) {
            return false;
        }
        var left = until.since(desk.now());
        desk.agenda().wakeAfter(left, new Wake.GraceOver(task.id()));
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.HEALTH,
                        List.of(Fact.of("healthCheckGracePeriodSeconds", period.toSeconds())),
                        List.of(),
                        "",
                        Phrase.of("health.grace", "seconds", left.toSeconds()));
        return true;
    }
}
