package ecslab.engine;

import ecslab.ecs.event.Event.TargetHealthChange;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.ServiceLoadBalancer;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Registers a service's tasks with its target group, and takes them out again.
final class Targets {

    private final Desk desk;
    private final ServiceMessages says;
    private final TargetReach reach;

    Targets(Desk desk, ServiceMessages says) {
        this.desk = desk;
        reach = new TargetReach(desk);
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

    /// Has the target's service look at it, if it has one.
    boolean reconsider(Target target) {
        var task = desk.state().tasks.get(target.task());
        if (task == null || task.service().isEmpty()) {
            return false;
        }
        desk.counts().changed(task);
        desk.reconcileSoon(desk.serviceOf(task));
        return true;
    }

    void put(TargetGroup group, Target target) {
        desk.state().targets.put(target.id(), target);
        desk.state().doubt(target.task());
        desk.journal().report(new TargetHealthChange(desk.now(), target));
        desk.dataPlane().route(group, target);
    }

    TargetGroup group(Target target) {
        return Objects.requireNonNull(desk.state().targetGroups.get(target.id().targetGroup()));
    }

    private TargetGroup group(String arn) {
        return desk.state().targetGroups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow();
    }
}
