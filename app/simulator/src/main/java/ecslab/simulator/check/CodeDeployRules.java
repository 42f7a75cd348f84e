package ecslab.simulator.check;

import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import ecslab.ecs.codedeploy.LifecycleEvent.Status;
import ecslab.ecs.codedeploy.LifecycleEventName;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentStatus;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.TaskSet;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A service has one deployment of CodeDeploy's at a time, and it keeps its end; its lifecycle
/// events come in their order; green gets the share that is told of it and none before
/// AllowTraffic; both task sets are whole until blue may go; and the one that traffic ends with is
/// the primary one (behaviour reference §6.8).
final class CodeDeployRules implements Checker.Rule {

    private static final int WHOLE = 1_000;

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, DeploymentInfo> deployments = new LinkedHashMap<>();
    private final Map<ServiceName, String> newest = new LinkedHashMap<>();
    private final Map<String, List<Forward>> listeners = new LinkedHashMap<>();
    private final Map<String, ServiceRevision> revisions = new LinkedHashMap<>();

    CodeDeployRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ServiceRevisionChange(_, var one) -> revisions.put(one.deploymentId(), one);
            case Event.CodeDeployDeploymentChange(var at, var one) -> hear(at, one);
            case Event.ListenerChange(_, var listener) ->
                    listeners.put(
                            listener.arn(),
                            listener.rules().stream()
                                    .filter(rule -> rule.action() instanceof Forward)
                                    .map(rule -> (Forward) rule.action())
                                    .toList());
            default -> {}
        }
    }

    private void hear(SimInstant at, DeploymentInfo one) {
        var before = deployments.put(one.deploymentId(), one);
        if (before == null) {
            var last = newest.put(one.service(), one.deploymentId());
            var lastIsOver =
                    last == null || Objects.requireNonNull(deployments.get(last)).status().isOver();
            expect(lastIsOver, at, "begins beside another: " + one.deploymentId());
            expect(one.status() == DeploymentState.CREATED, at, "isn't Created first: " + one);
        } else {
            expect(!before.status().isOver(), at, "goes on after its end: " + one.deploymentId());
        }
        judgeOrder(at, one);
    }

    /// Those that are done come first, then one that is on its way or has failed, then the others.
    private void judgeOrder(SimInstant at, DeploymentInfo one) {
        var mayBegin = true;
        for (var event : one.lifecycleEvents()) {
            expect(mayBegin || !hasBegun(event), at, "has its events in disorder: " + one);
            mayBegin &= event.status() == Status.SUCCEEDED;
        }
        if (one.status() == DeploymentState.SUCCEEDED) {
            expect(mayBegin, at, "has Succeeded without all its events: " + one);
        }
    }

    private static boolean hasBegun(LifecycleEvent event) {
        return switch (event.status()) {
            case PENDING, SKIPPED -> false;
            case IN_PROGRESS, SUCCEEDED, FAILED -> true;
        };
    }

    @Override
    public void settled(SimInstant at) {
        newest.forEach((name, id) -> {
            var service = seen.services.get(name);
            var one = Objects.requireNonNull(deployments.get(id));
            if (service != null && service.isActive() && !one.sets().green().isEmpty()) {
                judge(at, service, one);
            }
        });
    }

    private void judge(SimInstant at, Service service, DeploymentInfo one) {
        if (!one.origin().isRollback()) {
            judgeShare(at, one, one.traffic().productionTenths());
            var early = !hasBegun(one, LifecycleEventName.ALLOW_TRAFFIC);
            expect(
                    !early || one.traffic().productionTenths() == 0,
                    at,
                    "gives green traffic before AllowTraffic: " + one);
        }
        if (one.status() == DeploymentState.SUCCEEDED) {
            judgeEnd(at, service, one);
        } else {
            expect(
                    isKept(service, one.sets().blue()) && isKept(service, one.sets().green()),
                    at,
                    "has lost a task set too early: " + service);
        }
    }

    private void judgeEnd(SimInstant at, Service service, DeploymentInfo one) {
        var back = one.origin().isRollback();
        var stays = back ? one.sets().blue() : one.sets().green();
        var goes = back ? one.sets().green() : one.sets().blue();
        var primary =
                service.deployments().stream()
                        .filter(set -> set.status() == DeploymentStatus.PRIMARY)
                        .map(Deployment::id)
                        .toList();
        expect(primary.equals(List.of(stays)), at, "has the wrong primary task set: " + service);
        expect(!isKept(service, goes), at, "keeps a task set for nothing: " + service);
        if (back) {
            judgeShare(at, one, 0);
        }
    }

    private static boolean hasBegun(DeploymentInfo one, LifecycleEventName name) {
        return one.lifecycleEvents().stream()
                .anyMatch(event -> event.name() == name && hasBegun(event));
    }

    private static boolean isKept(Service service, String id) {
        return service.rollout().taskSets().stream()
                .anyMatch(set -> set.id().equals(id) && isWhole(set));
    }

    private static boolean isWhole(TaskSet set) {
        return !set.leaving() && set.scaleTenths() == WHOLE;
    }

    /// In every rule of the production listener that knows both target groups.
    private void judgeShare(SimInstant at, DeploymentInfo one, int tenths) {
        var green = groupOf(one.sets().green());
        var blue = groupOf(one.sets().blue());
        for (var rule : listeners.getOrDefault(one.group().pair().prodListenerArn(), List.of())) {
            var arns = rule.targetGroups().stream().map(Weighted::targetGroupArn).toList();
            if (arns.contains(green) && arns.contains(blue)) {
                var sum = rule.totalWeight();
                var share =
                        rule.targetGroups().stream()
                                .filter(each -> each.targetGroupArn().equals(green))
                                .mapToInt(Weighted::weight)
                                .sum();
                expect(sum == 100 || sum == WHOLE, at, "weights add up to " + sum + ": " + one);
                expect(
                        share * WHOLE == tenths * sum,
                        at,
                        "green has " + share + " of " + sum + ", not " + tenths + ": " + one);
            }
        }
    }

    private String groupOf(String set) {
        return Objects.requireNonNull(revisions.get(set)).targetGroupArns().getFirst();
    }

    private void expect(boolean holds, SimInstant at, String otherwise) {
        if (!holds) {
            broken.add(at + " CodeDeploy " + otherwise);
        }
    }
}
