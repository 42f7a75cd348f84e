package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleAction.Weighted;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.time.SimInstant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A rollback ends on the last deployment that succeeded; a failed deployment starts nothing; while
/// traffic is shifted, the weights add up, and green gets no production traffic before its stage
/// (behaviour reference §6.4, §6.5, §6.7).
final class DeploymentRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, ServiceRevision> revisions = new LinkedHashMap<>();
    private final Map<ServiceName, String> succeeded = new LinkedHashMap<>();
    private final Map<ServiceName, ServiceDeployment> current = new LinkedHashMap<>();
    private final Map<String, Forward> rules = new LinkedHashMap<>();

    DeploymentRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ServiceRevisionChange(_, var one) -> revisions.put(one.id(), one);
            case Event.ServiceDeploymentChange(var at, var one) -> hear(at, one);
            case Event.ListenerChange(_, var listener) ->
                    listener.rules().stream()
                            .filter(rule -> rule.action() instanceof Forward)
                            .forEach(rule -> rules.put(rule.arn(), (Forward) rule.action()));
            case Event.TaskStateChange(var at, var task) -> {
                if (seen.task(task.id()).isEmpty() && task.service().isPresent()) {
                    judgeStart(at, new ServiceName(task.cluster(), task.service().get()));
                }
            }
            default -> {}
        }
    }

    private void hear(SimInstant at, ServiceDeployment one) {
        var before = current.put(one.service(), one);
        if (before != null && before.id().equals(one.id()) && before.status().isOver()) {
            expect(before.status() == one.status(), at, "goes on after its end: " + one);
        }
        switch (one.status()) {
            case SUCCESSFUL -> succeeded.put(one.service(), one.targetRevision());
            case ROLLBACK_IN_PROGRESS, ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED ->
                    expect(
                            one.rollbackRevision().equals(succeeded.get(one.service())),
                            at,
                            "goes back to what never succeeded: " + one);
            case PENDING, IN_PROGRESS, STOP_REQUESTED, STOPPED, ROLLBACK_REQUESTED -> {}
        }
    }

    private void judgeStart(SimInstant at, ServiceName name) {
        var service = seen.services.get(name);
        if (service != null && !service.deployments().isEmpty()) {
            expect(
                    service.deployments().getFirst().rolloutState() != RolloutState.FAILED,
                    at,
                    "starts a task of a failed deployment: " + name);
        }
    }

    @Override
    public void settled(SimInstant at) {
        for (var service : seen.services.values()) {
            var one = current.get(service.name());
            if (service.status() != ServiceStatus.ACTIVE || one == null) {
                continue;
            }
            if (one.status() == ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL) {
                expect(
                        revisionOf(service).equals(one.rollbackRevision()),
                        at,
                        "isn't where it was rolled back to: " + service);
            }
            expect(!isLeftFailed(service, one), at, "fails and isn't rolled back: " + service);
            if (service.deploymentConfiguration().strategy().shiftsTraffic()) {
                judgeWeights(at, service, one);
            }
        }
    }

    /// A circuit breaker that is to roll back does so if a deployment before has succeeded.
    private boolean isLeftFailed(Service service, ServiceDeployment one) {
        var back = succeeded.getOrDefault(service.name(), one.targetRevision());
        return one.circuitBreaker().status() == MonitorStatus.TRIGGERED
                && service.deploymentConfiguration().circuitBreaker().rollback()
                && !back.equals(one.targetRevision())
                && one.rollbackRevision().isEmpty();
    }

    private static String revisionOf(Service service) {
        return service.deployments().getFirst().id().substring(Deployment.ID_PREFIX.length());
    }

    private void judgeWeights(SimInstant at, Service service, ServiceDeployment one) {
        var target = Optional.ofNullable(revisions.get(one.targetRevision()));
        var isGoing = one.status() == ServiceDeploymentStatus.IN_PROGRESS;
        for (var i = 0; i < target.map(r -> r.loadBalancers().size()).orElse(0); i++) {
            var rule =
                    rules.get(
                            target.get()
                                    .loadBalancers()
                                    .get(i)
                                    .advanced()
                                    .productionListenerRule());
            if (rule == null || rule.targetGroups().size() < 2) {
                continue;
            }
            var sum = rule.totalWeight();
            expect(sum == 100 || sum == 1_000, at, "weights add up to " + sum + ": " + service);
            var green = target.get().targetGroupArns().get(i);
            var share =
                    rule.targetGroups().stream()
                            .filter(each -> each.targetGroupArn().equals(green))
                            .mapToInt(Weighted::weight)
                            .sum();
            var early = one.lifecycleStage().compareTo(LifecycleStage.PRODUCTION_TRAFFIC_SHIFT) < 0;
            var shifted = one.traffic().productionTenths() > 0;
            if (isGoing && early && !shifted && succeeded.containsKey(service.name())) {
                expect(share == 0, at, "green has " + share + " before its stage: " + service);
            }
            if (isGoing && shifted) {
                expect(
                        share * 1_000 / sum == one.traffic().productionTenths(),
                        at,
                        "green has " + share + " of " + sum + ": " + one.traffic());
            }
        }
    }

    private void expect(boolean holds, SimInstant at, String otherwise) {
        if (!holds) {
            broken.add(at + " " + otherwise);
        }
    }
}
