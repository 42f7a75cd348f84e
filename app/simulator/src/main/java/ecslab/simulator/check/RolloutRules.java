package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.time.SimInstant;
import java.util.List;

/// The service scheduler stays between the minimum and the maximum of a service by what it starts
/// and stops; what people do and what fails may bring a service below or above (behaviour reference
/// §6.1, §6.2).
final class RolloutRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;

    RolloutRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.TaskStateChange(var at, var task)
                && task.service().isPresent()) {
            var name = new ServiceName(task.cluster(), task.service().get());
            var service = seen.services.get(name);
            if (service == null) {
                broken.add(at + " a task of no service: " + task);
                return;
            }
            var before = seen.tasks.get(task.id());
            if (before == null) {
                judgeStart(at, service, task);
            } else if (!before.isLeaving() && task.stop() instanceof Stop.Asked why) {
                judgeStop(at, service, before, why);
            }
        }
    }

    /// While traffic is shifted, each deployment has the maximum to itself.
    private void judgeStart(SimInstant at, Service service, Task started) {
        var most =
                Math.floorDiv(
                        service.desiredCount() * service.deploymentConfiguration().maximumPercent(),
                        100);
        var shifts =
                service.deploymentConfiguration().strategy().shiftsTraffic()
                        || service.rollout().controller().hasTaskSets();
        var beside =
                seen.members(service.name())
                        .filter(task -> !shifts || task.startedBy().equals(started.startedBy()))
                        .count();
        if (beside + 1 > most) {
            broken.add(at + " starts a task above the maximum of " + most);
        }
    }

    /// A task of an earlier deployment is stopped only while enough healthy ones remain.
    private void judgeStop(SimInstant at, Service service, Task task, Stop.Asked why) {
        var scheduler = why.stopCode() == StopCode.SERVICE_SCHEDULER_INITIATED;
        var replaced = !task.startedBy().equals(service.deployments().getFirst().id());
        var shifts =
                service.deploymentConfiguration().strategy().shiftsTraffic()
                        || service.rollout().controller().hasTaskSets();
        if (shifts || !scheduler || !replaced || !seen.isHealthy(service, task, at)) {
            return;
        }
        var least =
                Math.ceilDiv(
                        service.desiredCount()
                                * service.deploymentConfiguration().minimumHealthyPercent(),
                        100);
        var left =
                seen.members(service.name()).filter(t -> seen.isHealthy(service, t, at)).count()
                        - 1;
        if (left < least) {
            broken.add(at + " stops a healthy task: " + left + " are left of at least " + least);
        }
    }

    @Override
    public void settled(SimInstant at) {}
}
