package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.event.Event.HealthProbe;
import ecslab.ecs.model.Ref;
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

/// Judges the health checks of targets, and has a service replace the task of one that fails them.
final class TargetHealth {

    private final Desk desk;
    private final ServiceMessages says;
    private final CircuitBreaker breaker;
    private final Targets targets;

    TargetHealth(Desk desk, ServiceMessages says, CircuitBreaker breaker, Targets targets) {
        this.desk = desk;
        this.says = says;
        this.breaker = breaker;
        this.targets = targets;
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
        var check = targets.group(target).healthCheck();
        var passed =
                check.matcher().isEmpty()
                        ? answered == Observation.ProbeAnswered.CONNECTED
                        : Matcher.accepts(check.matcher(), status);
        int before = Objects.requireNonNull(desk.state().probesInARow.get(id));
        var inARow = passed ? Math.max(before, 0) + 1 : Math.max(-before, 0) + 1;
        desk.state().probesInARow.put(id, passed ? inARow : -inARow);
        desk.journal()
                .report(new HealthProbe(desk.now(), id, target.task(), status, passed, inARow));
        var first = targets.group(target).isHttp() ? 1 : check.healthyThreshold();
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
        targets.put(targets.group(target), verdict);
        explain(target, verdict, inARow, needed);
        if (!targets.reconsider(target)) {
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

    private void explain(Target before, Target verdict, int inARow, int needed) {
        desk.journal()
                .decide(
                        Ref.task(before.task()),
                        Kind.HEALTH,
                        List.of(
                                Fact.of("target", before.id().address() + ":" + before.id().port()),
                                Fact.of("path", targets.group(before).healthCheck().path()),
                                Fact.of("state", before.state().printed())),
                        List.of(),
                        inARow + " ≥ " + needed,
                        Phrase.of("health." + verdict.state().printed(), "count", inARow));
    }

    /// Within the grace period failed health checks are told but not acted on.
    private void unhealthy(Task task, Target target) {
        var name = desk.serviceOf(task);
        var group = targets.group(target);
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
        for (var target : targets.of(id)) {
            var task = desk.task(id);
            if (target.state() == TargetState.UNHEALTHY && !Grace.holds(desk, task)) {
                replace(task, targets.group(target));
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
