package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A target is `initial`, then `healthy` or `unhealthy`, then `draining` for the whole
/// deregistration delay, then gone; and no two tasks have one address (behaviour reference §7.4,
/// §7.5).
final class TargetRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<TargetId, SimInstant> drainsUntil = new LinkedHashMap<>();

    TargetRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.TargetHealthChange(var at, var target)) {
            var before = seen.targets.get(target.id());
            var state =
                    before != null && before.task().equals(target.task())
                            ? before.state()
                            : TargetState.UNUSED;
            if (!follows(state, target)) {
                broken.add(at + " target " + target.id() + ": " + state + " → " + target.state());
            }
            judgeDelay(at, target);
            judgeRegistered(at, target);
        }
    }

    /// A target that no rule reaches any more is unused, but not gone.
    private static boolean follows(TargetState before, Target target) {
        var next = target.state();
        var isOutOfUse = next == TargetState.UNUSED && !target.isGone();
        return switch (before) {
            case UNUSED -> next != TargetState.HEALTHY && next != TargetState.UNHEALTHY;
            case INITIAL -> isOutOfUse || !target.isGone();
            case HEALTHY, UNHEALTHY -> isOutOfUse || (!target.isGone() && next != before);
            case DRAINING -> target.isGone();
        };
    }

    /// The delay counts that the group had when the target began to drain.
    private void judgeDelay(SimInstant at, Target target) {
        if (target.state() == TargetState.DRAINING) {
            var group = seen.targetGroups.get(target.id().targetGroup());
            var delay = Objects.requireNonNull(group).deregistrationDelay();
            drainsUntil.put(target.id(), at.plus(delay));
        } else if (target.isGone() && drainsUntil.containsKey(target.id())) {
            var until = Objects.requireNonNull(drainsUntil.remove(target.id()));
            if (!until.equals(at)) {
                broken.add(at + " target " + target.id() + " should have drained until " + until);
            }
        }
    }

    private void judgeRegistered(SimInstant at, Target target) {
        var task = seen.tasks.get(target.task());
        if (task == null) {
            return;
        }
        var registered =
                target.state() != TargetState.DRAINING && target.state() != TargetState.UNUSED;
        if (registered
                && task.lastStatus() != TaskStatus.ACTIVATING
                && task.lastStatus() != TaskStatus.RUNNING) {
            broken.add(at + " target " + target.id() + " of a task in " + task.lastStatus());
        }
    }

    @Override
    public void settled(SimInstant at) {
        var owners = new TreeMap<String, String>();
        for (var task : seen.tasks.values()) {
            for (var eni : task.networkInterfaces()) {
                if (!task.isStopped()) {
                    var address = eni.privateIpv4Address();
                    var other = owners.put(address, task.id().abbreviated());
                    if (other != null) {
                        broken.add(at + " " + address + " belongs to two tasks");
                    }
                }
            }
        }
    }
}
