package ecslab.engine;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;

/// Whether a task counts as healthy for its service (Developer Guide, *Amazon ECS services*):
/// behind a load balancer when its target is, with container health checks when these say so, with
/// both when both do, else after 40 seconds in RUNNING.
final class Health {

    private final Desk desk;

    Health(Desk desk) {
        this.desk = desk;
    }

    boolean isHealthy(TaskId id) {
        var task = desk.task(id);
        if (task.lastStatus() != TaskStatus.RUNNING) {
            return false;
        }
        var checked = isChecked(task);
        var balanced = !desk.revisionOf(task).loadBalancers().isEmpty();
        if (!balanced && !checked) {
            return hasRunLongEnough(task);
        }
        return (!checked || task.healthStatus() == HealthStatus.HEALTHY)
                && (!balanced || areTargetsHealthy(id));
    }

    /// How many of a service's members are healthy.
    int count(ServiceName service) {
        return judged(service).healthy();
    }

    /// How many of a deployment's members are healthy.
    int count(ServiceName service, String deployment) {
        return judged(service).healthy(deployment);
    }

    boolean areAllHealthy(ServiceName service) {
        var members = judged(service);
        return members.healthy() == members.size();
    }

    /// Judges those anew whose health may have changed.
    private Members judged(ServiceName service) {
        var members = desk.memory(service).members;
        for (var id : members.takeDoubtful(desk.now())) {
            var task = desk.task(id);
            var healthy = isHealthy(id);
            members.judge(task, healthy);
            if (!healthy && task.lastStatus() == TaskStatus.RUNNING) {
                task.time(TaskMoment.STARTED_AT)
                        .map(at -> at.plus(Timings.HEALTHY_AFTER))
                        .filter(desk.now()::isBefore)
                        .ifPresent(at -> members.judgeAgain(id, at));
            }
        }
        return members;
    }

    /// Whether a deployment or task set has as many tasks running as it is to have, none on the
    /// way, and all of them healthy.
    boolean isWhole(ServiceName service, String deployment, int desired) {
        var own = desk.memory(service).members.tally(deployment);
        return own.running() == desired
                && own.pending() == 0
                && count(service, deployment) == own.staying();
    }

    /// Whether an essential container has a health check.
    boolean isChecked(Task task) {
        return desk.taskDefinition(task.taskDefinition()).containerDefinitions().stream()
                .filter(ContainerDefinition::essential)
                .anyMatch(c -> !(c.settings().healthCheck() instanceof ContainerHealthCheck.None));
    }

    private boolean hasRunLongEnough(Task task) {
        return task.time(TaskMoment.STARTED_AT)
                .filter(at -> !desk.now().isBefore(at.plus(Timings.HEALTHY_AFTER)))
                .isPresent();
    }

    private boolean areTargetsHealthy(TaskId id) {
        var targets = desk.state().targetsOf(id);
        return !targets.isEmpty()
                && targets.stream().allMatch(target -> target.state() == TargetState.HEALTHY);
    }
}
