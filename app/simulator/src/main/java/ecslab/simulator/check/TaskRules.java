package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A task goes down the list of states, and its record tells the truth about it (behaviour
/// reference §3.1, §3.2).
///
/// A Fargate task has a network interface, so it never skips PROVISIONING, PENDING, ACTIVATING,
/// STOPPING (once containers were asked for) or DEPROVISIONING; only one with a target has
/// DEACTIVATING. On a container instance only a task in `awsvpc` has a network interface: the
/// others skip PROVISIONING, unless they wait for capacity there, and DEPROVISIONING.
final class TaskRules implements Checker.Rule {

    private static final Map<TaskStatus, Set<TaskStatus>> NEXT = new EnumMap<>(TaskStatus.class);

    static {
        next(TaskStatus.PROVISIONING, TaskStatus.PENDING, TaskStatus.DEPROVISIONING);
        next(TaskStatus.PENDING, TaskStatus.ACTIVATING, TaskStatus.STOPPING);
        next(
                TaskStatus.ACTIVATING,
                TaskStatus.RUNNING,
                TaskStatus.DEACTIVATING,
                TaskStatus.STOPPING);
        next(TaskStatus.RUNNING, TaskStatus.DEACTIVATING, TaskStatus.STOPPING);
        next(TaskStatus.DEACTIVATING, TaskStatus.STOPPING);
        next(TaskStatus.STOPPING, TaskStatus.DEPROVISIONING);
        next(TaskStatus.DEPROVISIONING, TaskStatus.STOPPED);
        next(TaskStatus.STOPPED);
    }

    private final Seen seen;
    private final List<String> broken;

    TaskRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    private static void next(TaskStatus from, TaskStatus... to) {
        var all = EnumSet.of(from);
        all.addAll(Arrays.asList(to));
        NEXT.put(from, all);
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.TaskStateChange(var at, var task)) {
            seen.task(task.id())
                    .ifPresentOrElse(
                            earlier -> judge(at, earlier, task), () -> judgeFirst(at, task));
            judgeRecord(at, task);
        }
    }

    private void judgeFirst(SimInstant at, Task task) {
        var first =
                hasInterface(task) || !task.place().isOnInstance()
                        ? TaskStatus.PROVISIONING
                        : TaskStatus.PENDING;
        expect(task.lastStatus() == first, at, task, "begins elsewhere");
        expect(task.version() == 1, at, task, "begins with version " + task.version());
    }

    private boolean hasInterface(Task task) {
        var definition = seen.definitions.get(task.taskDefinition());
        return definition != null && definition.networkMode() == NetworkMode.AWSVPC;
    }

    private Set<TaskStatus> allowed(Task before) {
        var waits =
                before.launchType() == LaunchType.EC2
                        && before.lastStatus() == TaskStatus.PROVISIONING
                        && !before.place().isOnInstance();
        if (waits) {
            return EnumSet.of(TaskStatus.PROVISIONING, TaskStatus.PENDING, TaskStatus.STOPPED);
        }
        if (before.place().isOnInstance() && !hasInterface(before)) {
            if (before.lastStatus() == TaskStatus.PROVISIONING) {
                return EnumSet.of(TaskStatus.PROVISIONING, TaskStatus.PENDING);
            }
            if (before.lastStatus() == TaskStatus.STOPPING) {
                return EnumSet.of(TaskStatus.STOPPING, TaskStatus.STOPPED);
            }
        }
        return NEXT.getOrDefault(before.lastStatus(), EnumSet.noneOf(TaskStatus.class));
    }

    private void judge(SimInstant at, Task before, Task task) {
        var allowed = allowed(before);
        expect(allowed.contains(task.lastStatus()), at, task, "came from " + before.lastStatus());
        expect(!before.isStopped(), at, task, "changes after STOPPED");
        expect(task.version() == before.version() + 1, at, task, "skips a version");
        expect(!task.withVersion(before.version()).equals(before), at, task, "changes nothing");
        expect(!before.isLeaving() || task.isLeaving(), at, task, "wants to run again");
        expect(
                before.stop().equals(Stop.NOT_ASKED) || before.stop().equals(task.stop()),
                at,
                task,
                "changes its stop code");
        before.times()
                .forEach((moment, time) ->
                        expect(time.equals(task.times().get(moment)), at, task, "moves " + moment));
        for (var i = 0; i < task.containers().size(); i++) {
            judge(at, task, before.containers().get(i), task.containers().get(i));
        }
    }

    private void judge(SimInstant at, Task task, Container before, Container now) {
        expect(
                before.lastStatus().compareTo(now.lastStatus()) <= 0,
                at,
                task,
                now.name() + " goes back to " + now.lastStatus());
        expect(
                before.exit().equals(Exit.NONE) || before.exit().equals(now.exit()),
                at,
                task,
                now.name() + " exits twice");
        expect(
                !(now.exit() instanceof Exit.Code)
                        || !before.exit().equals(Exit.NONE)
                        || before.lastStatus() == ContainerStatus.RUNNING,
                at,
                task,
                now.name() + " has an exit code and never ran");
    }

    private void judgeRecord(SimInstant at, Task task) {
        var leaving = task.isLeaving();
        expect(leaving == task.stop() instanceof Stop.Asked, at, task, "stops for no reason");
        expect(
                leaving || task.lastStatus().compareTo(TaskStatus.RUNNING) <= 0,
                at,
                task,
                "stops unasked");
        expect(
                leaving == task.times().containsKey(TaskMoment.STOPPING_AT),
                at,
                task,
                "stoppingAt is wrong");
        expect(
                task.isStopped() == task.times().containsKey(TaskMoment.STOPPED_AT),
                at,
                task,
                "stoppedAt is wrong");
        if (task.lastStatus() == TaskStatus.RUNNING) {
            expect(task.times().containsKey(TaskMoment.STARTED_AT), at, task, "no startedAt");
        }
        judgeTimes(at, task);
        var ended =
                task.containers().stream().allMatch(c -> c.lastStatus() == ContainerStatus.STOPPED);
        expect(!task.isStopped() || ended, at, task, "leaves containers behind");
    }

    /// The moments lie in the order in which [TaskMoment] lists them.
    private void judgeTimes(SimInstant at, Task task) {
        var last = SimInstant.START;
        for (var time : new TreeMap<>(task.times()).values()) {
            expect(!time.isBefore(last), at, task, "has times out of order: " + task.times());
            last = time;
        }
    }

    private void expect(boolean holds, SimInstant at, Task task, String otherwise) {
        if (!holds) {
            broken.add(
                    at
                            + " task "
                            + task.id().abbreviated()
                            + " in "
                            + task.lastStatus()
                            + " "
                            + otherwise);
        }
    }

    @Override
    public void settled(SimInstant at) {}
}
