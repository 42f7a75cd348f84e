package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A deployment's `failedTasks` counts tasks that failed and nothing else, and begins anew when a
/// task of it becomes healthy, unless that was switched off (behaviour reference §6.5).
///
/// Whose tasks have neither a container health check nor a target is healthy when it is RUNNING:
/// that is when the count "resets to 0".
final class BreakerCountRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Set<TaskId> healthy = new LinkedHashSet<>();
    private final Set<String> ran = new LinkedHashSet<>();

    /// Of each service. A deployment that comes back after it was gone begins anew.
    private final Map<ServiceName, List<Deployment>> known = new LinkedHashMap<>();

    /// What happened at this instant, by deployment.
    private final Map<String, Integer> failed = new LinkedHashMap<>();

    private final Map<String, Integer> neverRan = new LinkedHashMap<>();

    /// A task may be healthy for no longer than that, if it is stopped at once.
    private final Set<String> better = new LinkedHashSet<>();

    BreakerCountRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        if (event instanceof Event.TaskStateChange(_, var task) && task.service().isPresent()) {
            var before = seen.tasks.get(task.id());
            if (before != null && !before.isLeaving() && task.stop() instanceof Stop.Asked why) {
                leave(before, why);
            }
            if (task.lastStatus() == TaskStatus.RUNNING) {
                ran.add(task.startedBy());
            }
            if (before != null && !task.isLeaving() && improves(before, task)) {
                better.add(task.startedBy());
            }
        }
        if (event instanceof Event.TargetHealthChange(_, var target)
                && target.state() == TargetState.HEALTHY) {
            seen.task(target.task()).ifPresent(task -> better.add(task.startedBy()));
        }
    }

    private static boolean improves(Task before, Task now) {
        var runs = now.lastStatus() == TaskStatus.RUNNING;
        return (runs && before.lastStatus() != now.lastStatus())
                || (now.healthStatus() == HealthStatus.HEALTHY
                        && before.healthStatus() != HealthStatus.HEALTHY);
    }

    private void leave(Task task, Stop.Asked why) {
        var started = !task.lastStatus().isBeforeRunning();
        var ended = why.stopCode() == StopCode.ESSENTIAL_CONTAINER_EXITED;
        var never = why.stopCode() == StopCode.TASK_FAILED_TO_START || (ended && !started);
        if (never || ended || why.stoppedReason().contains("health checks")) {
            failed.merge(task.startedBy(), 1, Integer::sum);
        }
        if (never && !ran.contains(task.startedBy())) {
            neverRan.merge(task.startedBy(), 1, Integer::sum);
        }
    }

    @Override
    public void settled(SimInstant at) {
        for (var service : seen.services.values()) {
            var recovered = recovered(service, at);
            var earlier = known.put(service.name(), service.deployments());
            for (var before : earlier == null ? List.<Deployment>of() : earlier) {
                service.deployments().stream()
                        .filter(now -> now.id().equals(before.id()))
                        .forEach(now ->
                                judge(at, service, before, now, recovered.contains(now.id())));
            }
        }
        failed.clear();
        neverRan.clear();
        better.clear();
    }

    /// The deployments of which a task has become healthy at this instant.
    private Set<String> recovered(Service service, SimInstant at) {
        var all = new LinkedHashSet<String>();
        for (var task : seen.members(service.name()).toList()) {
            var is =
                    seen.isWatched(service, task)
                            ? seen.isHealthy(service, task, at)
                            : task.lastStatus() == TaskStatus.RUNNING;
            if (!is) {
                healthy.remove(task.id());
            } else if (healthy.add(task.id())) {
                all.add(task.startedBy());
            }
        }
        return all;
    }

    private void judge(
            SimInstant at, Service service, Deployment before, Deployment now, boolean recovers) {
        var breaker = service.deploymentConfiguration().circuitBreaker();
        var resets = !breaker.enable() || breaker.resetOnHealthyTask();
        var fresh = failed.getOrDefault(now.id(), 0);
        var grown = now.failedTasks() - before.failedTasks();
        var reopened =
                before.status() != DeploymentStatus.PRIMARY
                        && now.status() == DeploymentStatus.PRIMARY;
        expect(grown <= fresh, at, service.name(), "counts " + grown + " of " + fresh, now);
        if (grown < 0 && !reopened) {
            expect(
                    (recovers || better.contains(now.id())) && resets,
                    at,
                    service.name(),
                    "forgets failures",
                    now);
        }
        if (recovers && resets) {
            expect(now.failedTasks() <= fresh, at, service.name(), "remembers failures", now);
        }
        var counts =
                before.rolloutState() == RolloutState.IN_PROGRESS
                        && now.rolloutState() == RolloutState.IN_PROGRESS;
        var least = neverRan.getOrDefault(now.id(), 0);
        if (counts && !recovers && least > 0) {
            expect(grown >= least, at, service.name(), "counts too few of " + least, now);
        }
    }

    private void expect(
            boolean holds, SimInstant at, ServiceName name, String otherwise, Deployment one) {
        if (!holds) {
            broken.add(at + " " + name + " " + otherwise + ": " + one);
        }
    }
}
