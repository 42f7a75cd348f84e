package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.ContainerInstanceStatus;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// EC2 instances, container instances and groups go only the ways that there are (behaviour
/// reference §1.4), and nothing runs on a machine that is off.
final class MachineRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, Ec2Instance> machines = new LinkedHashMap<>();
    private final Map<String, ContainerInstance> instances = new LinkedHashMap<>();

    MachineRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.InstanceChange(var at, var next) -> {
                var before = machines.put(next.instanceId(), next);
                if (before != null
                        && before.state() != next.state()
                        && !after(before.state()).contains(next.state())) {
                    say(at, next.name(), before.state() + " is followed by " + next.state());
                }
            }
            case Event.ContainerInstanceChange(var at, var next) -> {
                var before = instances.put(next.id(), next);
                if (before != null
                        && before.status() != next.status()
                        && !after(before.status()).contains(next.status())) {
                    say(at, next.id(), before.status() + " is followed by " + next.status());
                }
            }
            case Event.ContainerInstanceDeleted(var at, var id) -> {
                var before = instances.remove(id);
                if (before == null || before.status() != ContainerInstanceStatus.INACTIVE) {
                    say(at, id, "is forgotten and wasn't INACTIVE");
                }
            }
            case Event.AutoScalingGroupChange(var at, var group) -> {
                var desired = group.desiredCapacity();
                if (desired < group.minSize() || desired > group.maxSize()) {
                    say(at, group.name(), "wants " + desired + " instances");
                }
            }
            default -> {}
        }
    }

    private static Set<Ec2InstanceState> after(Ec2InstanceState state) {
        return switch (state) {
            case PENDING -> EnumSet.of(Ec2InstanceState.RUNNING, Ec2InstanceState.SHUTTING_DOWN);
            case RUNNING -> EnumSet.of(Ec2InstanceState.STOPPING, Ec2InstanceState.SHUTTING_DOWN);
            case STOPPING -> EnumSet.of(Ec2InstanceState.STOPPED, Ec2InstanceState.SHUTTING_DOWN);
            case STOPPED -> EnumSet.of(Ec2InstanceState.PENDING, Ec2InstanceState.SHUTTING_DOWN);
            case SHUTTING_DOWN -> EnumSet.of(Ec2InstanceState.TERMINATED);
            case TERMINATED -> EnumSet.noneOf(Ec2InstanceState.class);
        };
    }

    private static Set<ContainerInstanceStatus> after(ContainerInstanceStatus status) {
        return switch (status) {
            case REGISTERING ->
                    EnumSet.of(
                            ContainerInstanceStatus.ACTIVE,
                            ContainerInstanceStatus.REGISTRATION_FAILED,
                            ContainerInstanceStatus.DEREGISTERING);
            case ACTIVE, DRAINING ->
                    EnumSet.of(
                            ContainerInstanceStatus.ACTIVE,
                            ContainerInstanceStatus.DRAINING,
                            ContainerInstanceStatus.DEREGISTERING,
                            ContainerInstanceStatus.INACTIVE);
            case DEREGISTERING -> EnumSet.of(ContainerInstanceStatus.INACTIVE);
            case REGISTRATION_FAILED, INACTIVE -> EnumSet.noneOf(ContainerInstanceStatus.class);
        };
    }

    @Override
    public void settled(SimInstant at) {
        for (var task : seen.tasks.values()) {
            var instance = instances.get(task.place().containerInstance());
            var machine = instance == null ? null : machines.get(instance.ec2InstanceId());
            if (task.lastStatus() == TaskStatus.RUNNING && machine != null && !machine.isAlive()) {
                say(at, machine.name(), "has a RUNNING task and is " + machine.state().printed());
            }
        }
    }

    private void say(SimInstant at, String who, String what) {
        broken.add(at + " " + who + " " + what);
    }
}
