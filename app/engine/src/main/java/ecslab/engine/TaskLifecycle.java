package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.ImagePull;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.model.Arns;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;
import java.util.List;
import java.util.TreeMap;

/// A task's way up: PROVISIONING, PENDING, ACTIVATING, RUNNING. [TaskStops] knows the way down.
final class TaskLifecycle {

    private final Desk desk;
    private final TaskRecords records;
    private final TaskStops stops;
    private final Targets targets;
    private final StartThrottle throttle;
    private final CircuitBreaker breaker;
    private final RoleEvaluation roles;
    private final Preparation preparation;

    TaskLifecycle(Desk desk, Targets targets, StartThrottle throttle, CircuitBreaker breaker) {
        this.desk = desk;
        this.targets = targets;
        this.throttle = throttle;
        this.breaker = breaker;
        records = new TaskRecords(desk);
        stops = new TaskStops(desk, records, targets, throttle, breaker);
        roles = new RoleEvaluation(desk);
        preparation = new Preparation(desk);
    }

    TaskRecords records() {
        return records;
    }

    /// A task that shares its instance's network has nothing to wait for.
    void seated(Task task) {
        launch(
                task.lastStatus() == TaskStatus.PENDING
                        ? task
                        : records.put(
                                task.withLastStatus(TaskStatus.PENDING)
                                        .withTime(TaskMoment.CREATED_AT, desk.now())));
    }

    TaskStops stops() {
        return stops;
    }

    void provisioned(TaskId id, NetworkInterface eni) {
        var task = desk.task(id);
        if (task.lastStatus() != TaskStatus.PROVISIONING) {
            return;
        }
        var pending =
                records.put(
                        task.withNetworkInterfaces(List.of(eni))
                                .withLastStatus(TaskStatus.PENDING)
                                .withTime(TaskMoment.CONNECTIVITY_AT, desk.now())
                                .withTime(TaskMoment.CREATED_AT, desk.now()));
        launch(pending);
    }

    /// In the words that the Developer Guide gives for a subnet without free addresses (*Stopped
    /// tasks error messages*).
    void notProvisioned(Observation.NotProvisioned failed) {
        var words =
                "Unexpected EC2 error while attempting to Create Network Interface with public IP"
                        + " assignment "
                        + (failed.assignPublicIp() ? "enabled" : "disabled")
                        + " in subnet '"
                        + failed.subnetId()
                        + "'";
        stops.stop(failed.task(), new Stop.Asked(StopCode.TASK_FAILED_TO_START, words), false);
    }

    private void launch(Task task) {
        var definition = definition(task);
        var lacking = preparation.beforePull(task, definition);
        if (lacking.isPresent()) {
            giveUp(task, lacking.get());
            return;
        }
        var grants = new TreeMap<String, PullGrant>();
        for (var container : task.containers()) {
            var role = roles.pullingRole(task, definition);
            var grant = roles.grant(container.image(), role);
            grants.put(container.name(), grant);
            explainPull(task, container, role, grant);
        }
        desk.machines().launch(task, definition, grants);
    }

    /// Whatever the task lacks, it is told to stop only once somebody has waited for it, and never
    /// in the turn that starts it: its service doesn't know it yet.
    private void giveUp(Task task, Preparation.Lack lack) {
        desk.state().unprepared.add(task.id());
        desk.agenda().wakeAfter(lack.after(), new Wake.NotPrepared(task.id(), lack.words()));
    }

    /// No container was made yet, and none will be.
    void notPrepared(TaskId id, String words) {
        var task = desk.state().tasks.get(id);
        desk.state().unprepared.remove(id);
        if (task != null && !task.isLeaving()) {
            records.put(TaskStops.withoutWaiting(task));
            stops.stop(id, new Stop.Asked(StopCode.TASK_FAILED_TO_START, words), false);
        }
    }

    private void explainPull(Task task, Container container, String roleArn, PullGrant grant) {
        var outcome =
                switch (grant) {
                    case PullGrant.Anonymous() -> Phrase.of("pull.anonymous");
                    case PullGrant.Allowed(var arn) ->
                            Phrase.of(
                                    RoleEvaluation.isInstanceRole(arn)
                                            ? "pull.instance"
                                            : "pull.allowed",
                                    "role",
                                    Arns.lastPart(arn));
                    case PullGrant.Denied(var role, var action, _) ->
                            Phrase.of("pull.denied", "role", role, "action", action);
                };
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.PULL,
                        List.of(
                                Fact.of("image", container.image()),
                                Fact.of("executionRoleArn", roleArn.isEmpty() ? "-" : roleArn)),
                        List.of(),
                        "",
                        outcome);
    }

    void pullStarted(Observation.PullStarted started) {
        var task = desk.task(started.task());
        if (task.isLeaving()) {
            return;
        }
        if (task.time(TaskMoment.PULL_STARTED_AT).isEmpty()) {
            records.put(task.withTime(TaskMoment.PULL_STARTED_AT, desk.now()));
        }
        report(
                task,
                started.container(),
                new Pull.Started(started.sizeMib(), started.layers(), started.expected()));
    }

    void pullFinished(Observation.PullFinished finished) {
        var task = desk.task(finished.task());
        if (task.isLeaving()) {
            return;
        }
        report(task, finished.container(), new Pull.Finished(finished.digest()));
        have(task, finished.container(), finished.digest());
    }

    void pullCached(Observation.PullCached cached) {
        var task = desk.task(cached.task());
        if (task.isLeaving()) {
            return;
        }
        var image = TaskRecords.container(task, cached.container()).image();
        var failure =
                cached.failed()
                        .map(why -> PullTexts.cannotPull(image, why, desk.arns(), task.id() + ""))
                        .orElse("");
        report(task, cached.container(), new Pull.Cached(cached.digest(), failure));
        have(task, cached.container(), cached.digest());
    }

    private void have(Task task, String container, String digest) {
        var changed = TaskRecords.change(task, container, one -> one.withImageDigest(digest));
        if (hasAllImages(changed)) {
            pulled(records.put(changed.withTime(TaskMoment.PULL_STOPPED_AT, desk.now())));
        } else {
            records.put(changed);
        }
    }

    private static boolean hasAllImages(Task task) {
        for (var container : task.containers()) {
            if (container.imageDigest().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void pulled(Task task) {
        var lacking = preparation.afterPull(task, definition(task));
        if (lacking.isPresent()) {
            desk.machines().hold(task.id());
            giveUp(task, lacking.get());
        }
    }

    private TaskDefinition definition(Task task) {
        return Overrides.of(desk.taskDefinition(task.taskDefinition()), task.origin().overrides());
    }

    void pullFailed(Observation.PullFailed failed) {
        var task = desk.task(failed.task());
        if (task.isLeaving()) {
            return;
        }
        var image = TaskRecords.container(task, failed.container()).image();
        var words =
                PullTexts.cannotPull(image, failed.why(), desk.arns(), failed.task().toString());
        report(task, failed.container(), new Pull.Failed(words));
        records.put(
                TaskRecords.change(
                        task,
                        failed.container(),
                        container -> container.stopped(container.exit(), words)));
        stops.stop(task.id(), new Stop.Asked(StopCode.TASK_FAILED_TO_START, words), false);
    }

    /// An agent that was out of reach may tell of a start when its task was told to stop meanwhile.
    void containerStarted(Observation.ContainerStarted started) {
        var task = desk.task(started.task());
        var container = TaskRecords.container(task, started.container());
        var late = task.isLeaving() && task.lastStatus() != TaskStatus.STOPPING;
        if (late || container.lastStatus() != ContainerStatus.PENDING) {
            return;
        }
        var changed =
                records.put(
                        TaskRecords.change(
                                task,
                                started.container(),
                                one ->
                                        one.withLastStatus(ContainerStatus.RUNNING)
                                                .withNetworkBindings(started.networkBindings())));
        activateIfStarted(changed);
    }

    /// RUNNING is for a task whose containers have all started; some may have ended by then.
    private void activateIfStarted(Task task) {
        var waits = TaskRecords.anyIs(task, ContainerStatus.PENDING);
        if (!waits && task.lastStatus() == TaskStatus.PENDING && !task.isLeaving()) {
            activate(task);
        }
    }

    void containerNotStarted(Observation.ContainerNotStarted failed) {
        stops.containerNotStarted(failed);
        activateIfStarted(desk.task(failed.task()));
    }

    private void activate(Task task) {
        var activating = records.put(task.withLastStatus(TaskStatus.ACTIVATING));
        targets.register(activating);
        desk.agenda().wakeAfter(desk.timings().activating(), new Wake.Activated(task.id()));
    }

    void activated(TaskId id) {
        var task = desk.task(id);
        if (task.lastStatus() != TaskStatus.ACTIVATING) {
            return;
        }
        var running =
                records.put(
                        task.withLastStatus(TaskStatus.RUNNING)
                                .withTime(TaskMoment.STARTED_AT, desk.now()));
        if (running.service().isPresent()) {
            var service = desk.serviceOf(running);
            throttle.succeeded(service);
            breaker.runs(running);
            breaker.checked(running);
            desk.reconcileSoon(service);
            desk.agenda().wakeAfter(Timings.HEALTHY_AFTER, new Wake.SteadyCheck(service));
        }
    }

    void containerStopped(Observation.ContainerStopped stopped) {
        stops.containerStopped(stopped);
    }

    void containerAbandoned(TaskId task, String container) {
        stops.containerAbandoned(task, container);
    }

    void deactivated(TaskId task) {
        stops.deactivated(task);
    }

    /// A task with several targets waits for the last of them.
    void deregistered(TargetId target, TaskId task) {
        targets.forget(target, task);
        if (targets.of(task).isEmpty()) {
            stops.deactivated(task);
        }
    }

    void released(TaskId task) {
        stops.released(task);
    }

    private void report(Task task, String container, Pull pull) {
        var image = TaskRecords.container(task, container).image();
        desk.journal().report(new ImagePull(desk.now(), task.id(), container, image, pull));
    }
}
