package ecslab.engine;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.util.Objects;

/// What every part of the control plane has at hand: the state, the ports and the journal.
///
/// @param counts notes what has changed, so that counts are reported once a turn
record Desk(
        EngineState state,
        Agenda agenda,
        Machines machines,
        DataPlane dataPlane,
        Journal journal,
        Counts counts,
        Ids ids,
        Arns arns,
        Timings timings) {

    SimInstant now() {
        return agenda.now();
    }

    /// Only for ids that the control plane itself handed out.
    Task task(TaskId id) {
        return Objects.requireNonNull(state.tasks.get(id), "no task has the id");
    }

    Service service(ServiceName name) {
        return Objects.requireNonNull(state.services.get(name), "no service has the name");
    }

    ServiceMemory memory(ServiceName name) {
        return state.memory(name);
    }

    TaskDefinition taskDefinition(TaskDefinitionName name) {
        return Objects.requireNonNull(state.taskDefinitions.get(name), "no revision has the name");
    }

    /// What the deployment runs that a service's task belongs to.
    ServiceRevision revisionOf(Task task) {
        return state.revision(task.startedBy());
    }

    ServiceName serviceOf(Task task) {
        return new ServiceName(task.cluster(), task.service().orElseThrow());
    }

    /// A service has started a task, which may have come further by now, but not to its end.
    void join(ServiceName service, TaskId task) {
        memory(service).members.join(task(task), now());
    }

    /// Has the service scheduler look at a service soon; once is enough.
    void reconcileSoon(ServiceName name) {
        var memory = memory(name);
        if (!memory.reconcileIsDue) {
            memory.reconcileIsDue = true;
            agenda.wakeAfter(timings.schedulerPause(), new Wake.Reconcile(name));
        }
    }

    /// Replaces a service's record; it is reported at the end of the turn. A daemon keeps room for
    /// its tasks to come: with any change of it there may be more.
    void put(Service service) {
        state.services.put(service.name(), service);
        if (service.scheduling().isDaemon()) {
            state.rankings.forget();
            counts.freed(service.name().cluster());
        }
        counts.changed(service.name());
    }
}
