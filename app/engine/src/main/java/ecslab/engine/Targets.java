package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.HealthProbe;
import ecslab.ecs.event.Event.TargetHealthChange;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Registers a service's tasks with its target group, judges their health checks, and takes them
/// out again.
final class Targets {

    private final Desk desk;
    private final ServiceMessages says;
    private final TargetReach reach;
    private final CircuitBreaker breaker;

    Targets(Desk desk, ServiceMessages says, CircuitBreaker breaker) {
        this.desk = desk;
        reach = new TargetReach(desk);
        this.breaker = breaker;
        this.says = says;
    }

    List<Target> of(TaskId task) {
        return desk.state().targetsOf(task);
    }

    void register(Task task) {
        if (task.service().isEmpty()) {
            return;
        }
        var service = desk.serviceOf(task);
        for (var wiring : desk.revisionOf(task).wiring()) {
            register(task, wiring);
            says.say(
                    service,
                    "registered 1 targets in (target-group " + wiring.targetGroupArn() + ")");
        }
    }

    private void register(Task task, ServiceLoadBalancer wiring) {
        var group = group(wiring.targetGroupArn());
        var id = targetId(task, group, wiring);
        put(id, task);
    }

    private void put(TargetId id, Task task) {
        var before = desk.state().targets.get(id);
        if (before != null) {
            unlink(before);
        }
        desk.state()
                .targetsOfTask
                .merge(
                        task.id(),
                        List.of(id),
                        (earlier, added) ->
                                Stream.concat(earlier.stream(), added.stream()).toList());
        begin(new Target(id, task.id(), task.availabilityZone(), TargetState.INITIAL, "", ""));
    }

    /// A target that nothing reaches isn't checked.
    private void begin(Target target) {
        var group = group(target);
        desk.state().probesInARow.put(target.id(), 0);
        var why = reach.hindrance(group, target.availabilityZone());
        if (!why.isEmpty()) {
            put(group, target.withState(TargetState.UNUSED, TargetReach.NOT_IN_USE, why));
            return;
        }
        put(
                group,
                target.withState(
                        TargetState.INITIAL,
                        "Elb.RegistrationInProgress",
                        "Target registration is in progress"));
        desk.agenda()
                .wakeAfter(
                        Guesses.TARGET_REGISTERS_IN,
                        new Wake.Registered(target.id(), target.task()));
    }

    void registered(TargetId id, TaskId task) {
        var target = desk.state().targets.get(id);
        if (target != null && target.task().equals(task) && isRegistering(target)) {
            put(
                    group(target),
                    target.withState(
                            TargetState.INITIAL,
                            "Elb.InitialHealthChecking",
                            "Initial health checks in progress"));
        }
    }

    private static boolean isRegistering(Target target) {
        return target.state() == TargetState.INITIAL
                && target.reason().equals("Elb.RegistrationInProgress");
    }

    /// Rules or zones have changed: targets come into use, or out of it.
    void useChanged() {
        for (var target : List.copyOf(desk.state().targets.values())) {
            var why = reach.hindrance(group(target), target.availabilityZone());
            var isUnused = target.state() == TargetState.UNUSED;
            if (isUnused && why.isEmpty()) {
                begin(target);
            } else if (!isUnused && !why.isEmpty() && target.state() != TargetState.DRAINING) {
                put(
                        group(target),
                        target.withState(TargetState.UNUSED, TargetReach.NOT_IN_USE, why));
                reconsider(target);
            }
        }
    }

    /// Somebody registers an address, whoever is there.
    void registerByHand(TargetGroup group, TargetId id) {
        var task = reach.taskAt(group, id);
        if (task.isPresent()) {
            put(id, task.get());
        } else {
            begin(new Target(id, TaskId.NOBODY, "", TargetState.INITIAL, "", ""));
        }
    }

    void deregisterByHand(TargetId id) {
        var target = Objects.requireNonNull(desk.state().targets.get(id));
        if (target.state() != TargetState.DRAINING) {
            drain(group(target), target);
        }
    }

    /// The target group is deleted.
    void forgetAll(TargetGroup group) {
        for (var target : List.copyOf(desk.state().targets.values())) {
            if (target.id().targetGroup().equals(group.name())) {
                forget(target.id(), target.task());
            }
        }
    }

    /// A task with a network interface is a target by its address; one that shares its instance's
    /// is one by the instance and the host port.
    private TargetId targetId(Task task, TargetGroup group, ServiceLoadBalancer wiring) {
        if (!task.networkInterfaces().isEmpty()) {
            var address = task.networkInterfaces().getFirst().privateIpv4Address();
            return new TargetId(group.name(), address, wiring.containerPort());
        }
        var instance =
                Objects.requireNonNull(
                        desk.state().containerInstances.get(task.place().containerInstance()));
        var port =
                TaskRecords.container(task, wiring.containerName()).networkBindings().stream()
                        .filter(binding -> binding.containerPort() == wiring.containerPort())
                        .map(NetworkBinding::hostPort)
                        .findFirst()
                        .orElse(wiring.containerPort());
        return new TargetId(group.name(), instance.ec2InstanceId(), port);
    }

    /// Takes the task's target out of rotation; it stays `draining` for the whole delay, even if it
    /// is idle.
    void deregister(Task task) {
        for (var target : of(task.id())) {
            var group = group(target);
            drain(group, target);
            says.say(
                    desk.serviceOf(task),
                    "deregistered 1 targets in (target-group " + group.arn() + ")");
        }
    }

    private void drain(TargetGroup group, Target target) {
        put(
                group,
                target.withState(
                        TargetState.DRAINING,
                        "Target.DeregistrationInProgress",
                        "Target deregistration is in progress"));
        desk.agenda()
                .wakeAfter(
                        group.deregistrationDelay(),
                        new Wake.Deregistered(target.id(), target.task()));
    }

    /// The delay is over. Nothing is to be done if the task's address has meanwhile been registered
    /// for another.
    void forget(TargetId id, TaskId task) {
        var target = desk.state().targets.get(id);
        if (target == null || !target.task().equals(task)) {
            return;
        }
        put(group(target), target.withState(TargetState.UNUSED, Target.NOT_REGISTERED, ""));
        desk.state().targets.remove(id);
        desk.state().probesInARow.remove(id);
        unlink(target);
    }

    private void unlink(Target target) {
        desk.state()
                .targetsOfTask
                .computeIfPresent(
                        target.task(),
                        (_, ids) -> {
                            var left = ids.stream().filter(id -> !id.equals(target.id())).toList();
                            return left.isEmpty() ? null : left;
                        });
        desk.state().doubt(target.task());
    }

    /// A health check was answered. A new target needs one pass; one that was unhealthy needs
    /// `healthyThreshold` in a row.
    void probed(TargetId id, int answered) {
        var timedOut = answered == Observation.ProbeAnswered.TIMED_OUT;
        var status = timedOut ? 0 : answered;
        var target = desk.state().targets.get(id);
        if (target == null
                || target.state() == TargetState.DRAINING
                || target.state() == TargetState.UNUSED) {
            return;
        }
        var check = group(target).healthCheck();
        var passed =
                check.matcher().isEmpty()
                        ? answered == Observation.ProbeAnswered.CONNECTED
                        : Matcher.accepts(check.matcher(), status);
        int before = Objects.requireNonNull(desk.state().probesInARow.get(id));
        var inARow = passed ? Math.max(before, 0) + 1 : Math.max(-before, 0) + 1;
        desk.state().probesInARow.put(id, passed ? inARow : -inARow);
        desk.journal()
                .report(new HealthProbe(desk.now(), id, target.task(), status, passed, inARow));
        var first = group(target).isHttp() ? 1 : check.healthyThreshold();
        var needed =
                target.state() == TargetState.UNHEALTHY
                        ? check.healthyThreshold()
                        : passed ? first : check.unhealthyThreshold();
        judge(target, passed, answered, inARow, needed);
    }

    private void judge(Target target, boolean passed, int status, int inARow, int needed) {
        var next = passed ? TargetState.HEALTHY : TargetState.UNHEALTHY;
        if (target.state() == next || inARow < needed) {
            return;
        }
        var verdict =
                passed
                        ? target.withState(next, "", "")
                        : target.withState(next, reason(status), description(status));
        put(group(target), verdict);
        explain(target, verdict, inARow, needed);
        if (!reconsider(target)) {
            return;
        }
        var task = desk.task(target.task());
        if (passed) {
            desk.memory(desk.serviceOf(task)).unfit.remove(task.id());
            breaker.checked(task);
        } else {
            unhealthy(task, verdict);
        }
    }

    /// Has the target's service look at it, if it has one.
    private boolean reconsider(Target target) {
        var task = desk.state().tasks.get(target.task());
        if (task == null || task.service().isEmpty()) {
            return false;
        }
        desk.counts().changed(task);
        desk.reconcileSoon(desk.serviceOf(task));
        return true;
    }

    private void explain(Target before, Target verdict, int inARow, int needed) {
        desk.journal()
                .decide(
                        Ref.task(before.task()),
                        Kind.HEALTH,
                        List.of(
                                Fact.of("target", before.id().address() + ":" + before.id().port()),
                                Fact.of("path", group(before).healthCheck().path()),
                                Fact.of("state", before.state().printed())),
                        List.of(),
                        inARow + " ≥ " + needed,
                        Phrase.of("health." + verdict.state().printed(), "count", inARow));
    }

    /// Within the grace period failed health checks are told but not acted on.
    private void unhealthy(Task task, Target target) {
        var name = desk.serviceOf(task);
        var group = group(target);
        says.say(
                name,
                "(task "
                        + task.id()
                        + (task.networkInterfaces().isEmpty()
                                ? ") (instance " + target.id().address()
                                : "")
                        + ") (port "
                        + target.id().port()
                        + ") is unhealthy in (target-group "
                        + group.arn()
                        + ") due to (reason "
                        + target.description()
                        + ").");
        if (!Grace.holds(desk, task)) {
            replace(task, group);
        }
    }

    void graceOver(TaskId id) {
        for (var target : of(id)) {
            var task = desk.task(id);
            if (target.state() == TargetState.UNHEALTHY && !Grace.holds(desk, task)) {
                replace(task, group(target));
                desk.reconcileSoon(desk.serviceOf(task));
            }
        }
    }

    private void replace(Task task, TargetGroup group) {
        desk.memory(desk.serviceOf(task))
                .unfit
                .put(
                        task.id(),
                        new Stop.Asked(
                                StopCode.SERVICE_SCHEDULER_INITIATED,
                                "Task failed ELB health checks in (target-group "
                                        + group.arn()
                                        + ")"));
    }

    private void put(TargetGroup group, Target target) {
        desk.state().targets.put(target.id(), target);
        desk.state().doubt(target.task());
        desk.journal().report(new TargetHealthChange(desk.now(), target));
        desk.dataPlane().route(group, target);
    }

    private TargetGroup group(Target target) {
        return Objects.requireNonNull(desk.state().targetGroups.get(target.id().targetGroup()));
    }

    private TargetGroup group(String arn) {
        return desk.state().targetGroups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(int status) {
        if (status == Observation.ProbeAnswered.TIMED_OUT) {
            return "Target.Timeout";
        }
        return status == 0 ? "Target.FailedHealthChecks" : "Target.ResponseCodeMismatch";
    }

    private static String description(int status) {
        if (status == Observation.ProbeAnswered.TIMED_OUT) {
            return "Request timed out";
        }
        return status == 0
                ? "Health checks failed"
                : "Health checks failed with these codes: [" + status + "]";
    }
}
