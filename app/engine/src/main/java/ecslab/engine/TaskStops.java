package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.TaskDeleted;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;
import java.util.List;

/// A task's way down: DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED.
final class TaskStops {

    private final Desk desk;
    private final TaskRecords records;
    private final Targets targets;
    private final StartThrottle throttle;
    private final CircuitBreaker breaker;
    private final ContainerLife life;

    TaskStops(
            Desk desk,
            TaskRecords records,
            Targets targets,
            StartThrottle throttle,
            CircuitBreaker breaker) {
        this.desk = desk;
        this.records = records;
        this.targets = targets;
        this.throttle = throttle;
        this.breaker = breaker;
        life = new ContainerLife(desk, breaker);
    }

    /// Begins to stop a task; does nothing if it is leaving already.
    ///
    /// @param waitForDraining whether SIGTERM waits for the whole deregistration delay, as it does
    ///   when the service scheduler stops a task
    void stop(TaskId id, Stop.Asked why, boolean waitForDraining) {
        var task = desk.task(id);
        if (!task.isLeaving()) {
            stop(task, why, waitForDraining);
        }
    }

    private void stop(Task task, Stop.Asked why, boolean waitForDraining) {
        explain(task, why, waitForDraining);
        if (task.service().isPresent()) {
            leaveService(task, why);
        }
        var leaving =
                task.withDesiredStatus(TaskStatus.STOPPED)
                        .withStop(why)
                        .withTime(TaskMoment.STOPPING_AT, desk.now());
        switch (leaving.lastStatus()) {
            case PROVISIONING -> deprovision(leaving);
            case PENDING -> terminate(leaving);
            case ACTIVATING, RUNNING -> deactivate(leaving, waitForDraining);
            case DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED -> records.put(leaving);
        }
    }

    private void explain(Task task, Stop.Asked why, boolean waitForDraining) {
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.STOP,
                        List.of(
                                Fact.of("lastStatus", task.lastStatus()),
                                Fact.of("stopCode", why.stopCode().printed()),
                                Fact.of("stoppedReason", why.stoppedReason())),
                        List.of(),
                        "",
                        Phrase.of(outcome(task, why, waitForDraining)));
    }

    private String outcome(Task task, Stop.Asked why, boolean waitForDraining) {
        if (why.equals(Stop.ORPHANED)) {
            return "stop.orphaned";
        }
        var runs = TaskRecords.anyIs(task, ContainerStatus.RUNNING);
        if (targets.of(task.id()).isEmpty()) {
            return runs ? "stop.now" : "stop.nothing";
        }
        return runs ? waitForDraining ? "stop.drain" : "stop.deregister" : "stop.ended";
    }

    private void leaveService(Task task, Stop.Asked why) {
        var service = desk.serviceOf(task);
        var memory = desk.memory(service);
        var startedAt = memory.members.leave(task);
        ProtectionApi.forget(desk, task.id());
        var unfit = memory.unfit.remove(task.id());
        var neverRan =
                switch (why.stopCode()) {
                    case TASK_FAILED_TO_START -> true;
                    case ESSENTIAL_CONTAINER_EXITED -> task.lastStatus().isBeforeRunning();
                    case USER_INITIATED, SERVICE_SCHEDULER_INITIATED -> false;
                    case SPOT_INTERRUPTION, TERMINATION_NOTICE -> false;
                };
        if (neverRan) {
            throttle.failed(service, startedAt);
            breaker.neverRan(task);
        } else if (why.equals(unfit)) {
            breaker.unhealthy(task);
        } else if (why.stopCode() == StopCode.ESSENTIAL_CONTAINER_EXITED) {
            breaker.ended(task);
        }
        desk.reconcileSoon(service);
    }

    private void deactivate(Task task, boolean waitForDraining) {
        if (targets.of(task.id()).isEmpty()) {
            terminate(task);
            return;
        }
        if (task.service().isPresent()) {
            desk.memory(desk.serviceOf(task)).draining.add(task.id());
        }
        records.put(task.withLastStatus(TaskStatus.DEACTIVATING));
        targets.deregister(task);
        if (!waitForDraining) {
            desk.agenda().wakeAfter(desk.timings().deactivating(), new Wake.Deactivated(task.id()));
        }
    }

    void deactivated(TaskId id) {
        var task = desk.task(id);
        if (task.lastStatus() == TaskStatus.DEACTIVATING) {
            desk.memory(desk.serviceOf(task)).draining.remove(id);
            terminate(task);
        }
    }

    private void terminate(Task task) {
        var unprepared = desk.state().unprepared.remove(task.id());
        var stopping =
                records.put(
                        (unprepared ? withoutWaiting(task) : task)
                                .withLastStatus(TaskStatus.STOPPING));
        if (TaskRecords.allStopped(stopping)) {
            ended(stopping);
        } else {
            desk.machines().stop(stopping.id());
        }
    }

    void containerStopped(Observation.ContainerStopped stopped) {
        var task = desk.task(stopped.task());
        if (hasStopped(task, stopped.container())) {
            return;
        }
        var changed =
                records.put(
                        TaskRecords.change(
                                task,
                                stopped.container(),
                                c ->
                                        c.stopped(
                                                new Exit.Code(stopped.exitCode()),
                                                stopped.reason())));
        life.notRestarted(task, stopped);
        if (TaskRecords.container(task, stopped.container()).essential()) {
            stop(
                    task.id(),
                    new Stop.Asked(
                            StopCode.ESSENTIAL_CONTAINER_EXITED,
                            "Essential container in task exited"),
                    false);
        }
        endIfAllStopped(changed.id());
    }

    /// One that couldn't be started takes its task with it if it is essential.
    void containerNotStarted(Observation.ContainerNotStarted failed) {
        var task = desk.task(failed.task());
        if (hasStopped(task, failed.container())) {
            return;
        }
        records.put(
                TaskRecords.change(
                        task, failed.container(), c -> c.stopped(c.exit(), failed.error())));
        if (failed.taskStops() || TaskRecords.container(task, failed.container()).essential()) {
            stop(task.id(), new Stop.Asked(StopCode.TASK_FAILED_TO_START, failed.error()), false);
        }
        endIfAllStopped(task.id());
    }

    void containerAbandoned(TaskId id, String container) {
        var task = desk.task(id);
        if (hasStopped(task, container)) {
            return;
        }
        records.put(TaskRecords.change(task, container, c -> c.stopped(c.exit(), c.reason())));
        endIfAllStopped(id);
    }

    /// A machine may tell late, or twice, what has become of a container.
    private static boolean hasStopped(Task task, String container) {
        return TaskRecords.container(task, container).lastStatus() == ContainerStatus.STOPPED;
    }

    private void endIfAllStopped(TaskId id) {
        var task = desk.task(id);
        if (task.lastStatus() == TaskStatus.STOPPING && TaskRecords.allStopped(task)) {
            ended(task);
        }
    }

    private void ended(Task task) {
        deprovision(task.withTime(TaskMoment.EXECUTION_STOPPED_AT, desk.now()));
    }

    /// Only a network interface has to be given back; and a task that still waits for capacity has
    /// none.
    private void deprovision(Task task) {
        var waits = desk.state().waiting.remove(task.id()) != null;
        if (waits) {
            desk.counts().freed(task.cluster());
            finish(task);
        } else if (hasInterface(task)) {
            records.put(task.withLastStatus(TaskStatus.DEPROVISIONING));
            desk.machines().release(task.id());
        } else {
            desk.machines().release(task.id());
            finish(task);
        }
    }

    private boolean hasInterface(Task task) {
        return desk.taskDefinition(task.taskDefinition()).networkMode() == NetworkMode.AWSVPC;
    }

    /// The machine under a task is gone, and what ran on it.
    void lose(TaskId id, Stop.Asked why) {
        desk.machines().lose(id);
        forget(id, why);
    }

    /// ECS takes a task for ended, whatever has become of it.
    void forget(TaskId id, Stop.Asked why) {
        var task = desk.task(id);
        if (task.isStopped()) {
            return;
        }
        if (!task.isLeaving()) {
            stop(withoutWaiting(task), why, false);
            return;
        }
        if (!TaskRecords.allStopped(task)) {
            task = records.put(withoutWaiting(task));
        }
        if (task.lastStatus() == TaskStatus.STOPPING) {
            ended(task);
        }
    }

    void released(TaskId id) {
        var task = desk.task(id);
        if (task.lastStatus() != TaskStatus.DEPROVISIONING) {
            return;
        }
        finish(task);
    }

    private void finish(Task task) {
        var id = task.id();
        var stopped =
                task.withLastStatus(TaskStatus.STOPPED).withTime(TaskMoment.STOPPED_AT, desk.now());
        records.put(withoutWaiting(stopped));
        desk.agenda().wakeAfter(Timings.STOPPED_TASK_KEPT, new Wake.DeleteTask(id));
    }

    /// DescribeTasks knows a stopped task for an hour; then it is MISSING.
    void delete(TaskId id) {
        desk.state().delete(id);
        desk.journal().report(new TaskDeleted(desk.now(), id));
    }

    /// Containers that never came to start end with their task.
    static Task withoutWaiting(Task task) {
        return TaskRecords.allStopped(task)
                ? task
                : task.withContainers(
                        task.containers().stream()
                                .map(c -> c.stopped(c.exit(), c.reason()))
                                .toList());
    }
}
