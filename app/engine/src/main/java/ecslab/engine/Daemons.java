package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event.ServiceChange;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Daemon services: one task on each container instance that may have it, before all others and
/// until after all others (behaviour reference §6.1). How many tasks that makes is ECS's own
/// reckoning: nobody gives a desired count.
final class Daemons {

    private final Desk desk;
    private final ServiceMessages says;
    private final TaskLifecycle lifecycle;
    private final TaskStarter starter;

    Daemons(Desk desk, ServiceMessages says, TaskLifecycle lifecycle, TaskStarter starter) {
        this.desk = desk;
        this.says = says;
        this.lifecycle = lifecycle;
        this.starter = starter;
    }

    private Judge judge(Service service) {
        return new Judge(desk.state(), ask(service), List.of());
    }

    private Ask ask(Service service) {
        var order = ServiceLauncher.order(desk.state(), service);
        return Ask.of(desk.state(), order, "").ofDaemon();
    }

    /// Wants as many tasks as there are instances for them. That is told before any of them starts.
    void recount(Service service) {
        var desired = service.status() == ServiceStatus.ACTIVE ? eligible(service).size() : 0;
        if (desired != service.desiredCount()) {
            var next = service.withDesiredCount(desired);
            desk.put(next);
            desk.journal().report(new ServiceChange(desk.now(), next));
            desk.memory(service.name()).steady = false;
            says.act(service.name(), "INFO", "SERVICE_DESIRED_COUNT_UPDATED", "");
        }
    }

    private List<ContainerInstance> eligible(Service service) {
        var judge = judge(service);
        return desk.state().containerInstances.values().stream()
                .filter(one -> one.cluster().equals(service.name().cluster()))
                .filter(judge::isEligible)
                .toList();
    }

    /// Of all services only daemons have their constraints looked at again while their tasks run.
    void stopViolators(Service service) {
        var judge = judge(service);
        var stopped =
                desk.memory(service.name()).members().stream()
                        .filter(id ->
                                instance(desk.task(id))
                                        .filter(one -> breaks(judge, one))
                                        .isPresent())
                        .toList();
        if (!stopped.isEmpty()) {
            explain(service, judge, stopped);
            stopped.forEach(id -> lifecycle.stops().stop(id, Departures.scaling(service), true));
            says.say(
                    service.name(),
                    "has stopped "
                            + stopped.size()
                            + " running tasks: "
                            + ServiceMessages.list(stopped)
                            + ".");
            says.act(service.name(), "ERROR", "SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED", "");
        }
    }

    private void explain(Service service, Judge judge, List<TaskId> stopped) {
        var tasks = new ArrayList<Decision.Candidate>();
        for (var id : stopped) {
            var why = judge.eligibility(instance(desk.task(id)).orElseThrow()).why(false, "");
            var name = Objects.requireNonNull(desk.state().taskNames.get(id));
            tasks.add(new Decision.Candidate(name, true, why));
        }
        var outcome = Phrase.of("schedule.violates", "count", stopped.size());
        desk.journal().decideSchedule(service, List.of(), tasks, "", outcome);
    }

    private Optional<ContainerInstance> instance(Task task) {
        return Optional.ofNullable(
                desk.state().containerInstances.get(task.place().containerInstance()));
    }

    private static boolean breaks(Judge judge, ContainerInstance instance) {
        return instance.status() == ContainerInstanceStatus.ACTIVE && !judge.isEligible(instance);
    }

    /// Whether a daemon's task still has to wait for tasks of other services that leave its
    /// instance.
    static boolean waitsForOthers(Desk desk, Service service, Task task) {
        return service.scheduling().isDaemon()
                && desk.state().tasksOn(task.place().containerInstance()).stream()
                        .anyMatch(other -> isReplica(desk, other));
    }

    private static boolean isReplica(Desk desk, Task task) {
        return task.service().isPresent()
                && !desk.service(desk.serviceOf(task)).scheduling().isDaemon();
    }

    /// Starts a task on each instance that lacks it and has room for it.
    ///
    /// @return with why one couldn't be started
    Launched launch(Service service, int most) {
        var order = ServiceLauncher.order(desk.state(), service);
        var judge = judge(service);
        var started = new ArrayList<TaskId>();
        var refused = new ArrayList<Candidate>();
        for (var instance : eligible(service)) {
            var there = desk.state().occupancy(instance.id());
            if (there.staying(service.group()) > 0 || started.size() == most) {
                continue;
            }
            var candidate = judge.candidate(instance);
            if (candidate.fits()) {
                var task = starter.onInstance(order, "", starter.only(ask(service), candidate));
                desk.join(service.name(), task.id());
                started.add(task.id());
            } else {
                refused.add(candidate);
            }
        }
        if (!started.isEmpty()) {
            says.say(
                    service.name(),
                    "has started "
                            + started.size()
                            + " tasks: "
                            + ServiceMessages.list(started)
                            + ".");
        }
        var held =
                refused.isEmpty()
                        ? Launched.NOTHING
                        : new Launched.NoRoom(starter.only(ask(service), refused.getFirst()));
        return new Launched(started.size(), held);
    }
}
