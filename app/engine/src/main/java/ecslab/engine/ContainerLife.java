package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.ContainerProbe;
import ecslab.ecs.event.Event.ContainerRestart;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.ContainerHealthCheck.Check;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import java.time.Duration;
import java.util.List;

/// What goes on in a task's containers while it lives: their health, restarts in place, and the end
/// of memory (behaviour reference §2.4, §2.5).
final class ContainerLife {

    private static final Stop.Asked UNHEALTHY =
            new Stop.Asked(
                    StopCode.SERVICE_SCHEDULER_INITIATED, "Task failed container health checks");

    private final Desk desk;
    private final CircuitBreaker breaker;
    private final TaskRecords records;

    ContainerLife(Desk desk, CircuitBreaker breaker) {
        this.desk = desk;
        this.breaker = breaker;
        records = new TaskRecords(desk);
    }

    void restarted(Observation.ContainerRestarted restarted) {
        var task = desk.task(restarted.task());
        var name = restarted.container();
        var policy = TaskRecords.settings(desk, task, name).restartPolicy();
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.RESTART,
                        List.of(
                                Fact.of("container", name),
                                Fact.of("exitCode", restarted.exitCode()),
                                Fact.of("ignoredExitCodes", policy.ignoredExitCodes()),
                                Fact.of("restartCount", restarted.restartCount())),
                        List.of(),
                        ranFor(restarted.ranFor(), policy.restartAttemptPeriod(), true),
                        Phrase.of("restart.yes", "container", name));
        desk.journal()
                .report(
                        new ContainerRestart(
                                desk.now(),
                                task.id(),
                                name,
                                restarted.exitCode(),
                                restarted.restartCount()));
        var before = TaskRecords.container(task, name);
        if (before.healthStatus() != HealthStatus.UNKNOWN) {
            put(task, before.withHealthStatus(HealthStatus.UNKNOWN));
        }
    }

    /// Says why a container with a restart policy wasn't started again.
    void notRestarted(Task task, Observation.ContainerStopped stopped) {
        var policy = TaskRecords.settings(desk, task, stopped.container()).restartPolicy();
        if (!policy.enabled() || task.isLeaving()) {
            return;
        }
        var ignored = policy.ignoredExitCodes().contains(stopped.exitCode());
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.RESTART,
                        List.of(
                                Fact.of("container", stopped.container()),
                                Fact.of("exitCode", stopped.exitCode()),
                                Fact.of("ignoredExitCodes", policy.ignoredExitCodes())),
                        List.of(),
                        ignored
                                ? ""
                                : ranFor(stopped.ranFor(), policy.restartAttemptPeriod(), false),
                        Phrase.of(
                                ignored ? "restart.ignored" : "restart.tooSoon",
                                "container",
                                stopped.container(),
                                "code",
                                stopped.exitCode()));
    }

    private static String ranFor(Duration ran, Duration period, boolean enough) {
        return ran.toMillis() / 1_000.0
                + " s "
                + (enough ? "≥" : "<")
                + " restartAttemptPeriod "
                + period.toSeconds()
                + " s";
    }

    void wrongArchitecture(Observation.WrongArchitecture wrong) {
        desk.journal()
                .decide(
                        Ref.task(wrong.task()),
                        Kind.EXEC,
                        List.of(
                                Fact.of("container", wrong.container()),
                                Fact.of("cpuArchitecture", wrong.machine()),
                                Fact.of("architectures", String.join(", ", wrong.image()))),
                        List.of(),
                        "",
                        Phrase.of(
                                "exec.format",
                                "container",
                                wrong.container(),
                                "line",
                                OurWords.EXEC + ": exec format error"));
    }

    void outOfMemory(Observation.OutOfMemory full) {
        desk.journal()
                .decide(
                        Ref.task(full.task()),
                        Kind.MEMORY,
                        List.of(
                                Fact.of("container", full.container()),
                                Fact.of("used", full.usedMib() + " MiB"),
                                Fact.of("memory", full.limitMib() + " MiB")),
                        List.of(),
                        full.usedMib() + " MiB ≥ " + full.limitMib() + " MiB",
                        Phrase.of(
                                full.together() ? "memory.together" : "memory.own",
                                "container",
                                full.container()));
    }

    void probed(Observation.ContainerProbed probed) {
        var task = desk.task(probed.task());
        if (task.isLeaving()) {
            return;
        }
        desk.journal()
                .report(
                        new ContainerProbe(
                                desk.now(),
                                task.id(),
                                probed.container(),
                                probed.passed(),
                                probed.inARow(),
                                probed.counts()));
        var before = TaskRecords.container(task, probed.container());
        if (before.healthStatus() == probed.verdict()) {
            return;
        }
        explain(task, probed, before);
        var changed = put(task, before.withHealthStatus(probed.verdict()));
        if (changed.service().isPresent() && changed.healthStatus() != task.healthStatus()) {
            judge(changed);
        }
    }

    private void explain(Task task, Observation.ContainerProbed probed, Container before) {
        var check = TaskRecords.settings(desk, task, before.name()).healthCheck();
        var retries = check instanceof Check(_, _, _, int needed, _) ? needed : 0;
        desk.journal()
                .decide(
                        Ref.task(task.id()),
                        Kind.HEALTH,
                        List.of(
                                Fact.of("container", before.name()),
                                Fact.of("healthStatus", before.healthStatus()),
                                Fact.of("retries", retries)),
                        List.of(),
                        probed.passed() ? "" : retries + " ≥ " + retries,
                        Phrase.of(
                                probed.passed() ? "health.container.yes" : "health.container.no",
                                "container",
                                before.name(),
                                "count",
                                probed.passed() ? 1 : retries));
    }

    private Task put(Task task, Container felt) {
        var changed = TaskRecords.change(task, felt.name(), _ -> felt);
        return records.put(changed.withHealthStatus(health(changed)));
    }

    /// HEALTHY if all essential containers with checks are; UNHEALTHY if one of them is.
    private HealthStatus health(Task task) {
        var all = HealthStatus.UNKNOWN;
        for (var container : task.containers()) {
            var checked =
                    !(TaskRecords.settings(desk, task, container.name()).healthCheck()
                            instanceof ContainerHealthCheck.None);
            if (!container.essential() || !checked) {
                continue;
            }
            if (container.healthStatus() != HealthStatus.HEALTHY) {
                all = container.healthStatus();
                if (all == HealthStatus.UNHEALTHY) {
                    return all;
                }
                return anyUnhealthy(task) ? HealthStatus.UNHEALTHY : all;
            }
            all = HealthStatus.HEALTHY;
        }
        return all;
    }

    private boolean anyUnhealthy(Task task) {
        return task.containers().stream()
                .anyMatch(c -> c.essential() && c.healthStatus() == HealthStatus.UNHEALTHY);
    }

    /// Only a service acts on UNHEALTHY, and not within its grace period.
    private void judge(Task task) {
        var name = desk.serviceOf(task);
        var unfit = desk.memory(name).unfit;
        desk.reconcileSoon(name);
        if (task.healthStatus() != HealthStatus.UNHEALTHY) {
            unfit.remove(task.id(), UNHEALTHY);
            breaker.checked(task);
            return;
        }
        if (!Grace.holds(desk, task)) {
            unfit.putIfAbsent(task.id(), UNHEALTHY);
        }
    }

    /// A task that has become healthy meanwhile was judged when it did.
    void graceOver(TaskId id) {
        var task = desk.state().tasks.get(id);
        if (task != null
                && !task.isLeaving()
                && task.service().isPresent()
                && task.healthStatus() == HealthStatus.UNHEALTHY) {
            judge(task);
        }
    }
}
