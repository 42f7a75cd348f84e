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
    private final RoleEvaluation roles;

    TaskLifecycle(Desk desk, Targets targets, StartThrottle throttle) {
        this.desk = desk;
        this.targets = targets;
        this.throttle = throttle;
        records = new TaskRecords(desk);
        stops = new TaskStops(desk, records, targets, throttle);
        roles = new RoleEvaluation(desk);
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
        var definition =
                Overrides.of(desk.taskDefinition(task.taskDefinition()), task.origin().overrides());
        var refused = refusedSecret(task, definition);
        if (!refused.isEmpty()) {
            stopBeforeContainers(task, refused);
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

    /// Secrets are read before anything is pulled, and by the execution role.
    private String refusedSecret(Task task, TaskDefinition definition) {
        var role = roles.assume(definition.executionRoleArn());
        for (var container : definition.containerDefinitions()) {
            for (var secret : container.settings().secrets()) {
                var action = SecretTexts.action(secret);
                if (role.filter(one -> RoleEvaluation.allows(one, action)).isEmpty()) {
                    return SecretTexts.denied(
                            secret,
                            definition.executionRoleArn(),
                            desk.arns(),
                            task.id().toString());
                }
            }
        }
        return "";
    }

    /// No container was made yet, so there is nobody to tell.
    private void stopBeforeContainers(Task task, String words) {
        records.put(
                task.withContainers(
                        task.containers().stream().map(c -> c.stopped(c.exit(), "")).toList()));
        stops.stop(task.id(), new Stop.Asked(StopCode.TASK_FAILED_TO_START, words), false);
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
        var changed =
                TaskRecords.change(
                        task,
                        finished.container(),
                        container -> container.withImageDigest(finished.digest()));
        var all = changed.containers().stream().noneMatch(c -> c.imageDigest().isEmpty());
        records.put(all ? changed.withTime(TaskMoment.PULL_STOPPED_AT, desk.now()) : changed);
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

    void containerStarted(Observation.ContainerStarted started) {
        var task = desk.task(started.task());
        if (task.isLeaving()) {
            return;
        }
        var changed =
                records.put(
                        TaskRecords.change(
                                task,
                                started.container(),
                                container ->
                                        container
                                                .withLastStatus(ContainerStatus.RUNNING)
                                                .withNetworkBindings(started.networkBindings())));
        activateIfStarted(changed);
    }

    /// RUNNING is for a task whose containers have all started; some may have ended by then.
    private void activateIfStarted(Task task) {
        var waits =
                task.containers().stream().anyMatch(c -> c.lastStatus() == ContainerStatus.PENDING);
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
