package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.DeploymentCircuitBreaker;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment.Monitor;
import ecslab.ecs.model.ServiceDeployment.MonitorStatus;
import ecslab.ecs.model.Task;
import java.util.List;

/// Counts a deployment's failed tasks, and fails it if they are too many (Developer Guide, *How the
/// Amazon ECS deployment circuit breaker detects failures*). Until a task is RUNNING, those count
/// that never were; from then on, those that health checks found bad.
final class CircuitBreaker {

    private final Desk desk;
    private final Deployments deployments;
    private final Health health;

    CircuitBreaker(Desk desk, Deployments deployments) {
        this.desk = desk;
        this.deployments = deployments;
        health = new Health(desk);
    }

    /// A service's task stopped before it was RUNNING.
    void neverRan(Task task) {
        if (!desk.memory(desk.serviceOf(task)).ran.contains(task.startedBy())) {
            count(task, "breaker.stage1");
        }
    }

    /// A task is replaced for its health checks, or ended before they said anything good.
    void unhealthy(Task task) {
        count(task, "breaker.stage2");
    }

    /// A task that ends by itself counts only if somebody would have told us that it was healthy.
    void ended(Task task) {
        if (isWatched(task) && !health.isHealthy(task.id())) {
            count(task, "breaker.stage2");
        }
    }

    /// Without health checks, to be RUNNING is all there is: the count isn't looked at any more.
    void runs(Task task) {
        desk.memory(desk.serviceOf(task)).ran.add(task.startedBy());
        if (!isWatched(task)) {
            reset(task);
        }
    }

    void checked(Task task) {
        if (!task.isLeaving() && isWatched(task) && health.isHealthy(task.id())) {
            reset(task);
        }
    }

    private boolean isWatched(Task task) {
        return health.isChecked(task) || !desk.revisionOf(task).loadBalancers().isEmpty();
    }

    private void reset(Task task) {
        var service = desk.service(desk.serviceOf(task));
        var breaker = service.deploymentConfiguration().circuitBreaker();
        for (var one : service.deployments()) {
            if (one.id().equals(task.startedBy())
                    && one.failedTasks() > 0
                    && (!breaker.enable() || breaker.resetOnHealthyTask())) {
                put(service, one.withFailedTasks(0, desk.now()));
                monitor(service, 0, MonitorStatus.MONITORING);
                explain(service, one, 0, Phrase.of("breaker.reset"));
            }
        }
    }

    private void count(Task task, String why) {
        var service = desk.service(desk.serviceOf(task));
        for (var one : service.deployments()) {
            if (one.id().equals(task.startedBy())
                    && one.rolloutState() == RolloutState.IN_PROGRESS) {
                count(service, one, why);
            }
        }
    }

    private void count(Service service, Deployment deployment, String why) {
        var failed = deployment.failedTasks() + 1;
        put(service, deployment.withFailedTasks(failed, desk.now()));
        var breaker = service.deploymentConfiguration().circuitBreaker();
        var isPrimary = deployment.id().equals(service.deployments().getFirst().id());
        var shifts = service.deploymentConfiguration().strategy().shiftsTraffic();
        if (!breaker.enable() || !isPrimary || shifts) {
            return;
        }
        var threshold = Math.max(1, breaker.threshold().failures(service.desiredCount()));
        var trips = failed >= threshold;
        monitor(service, failed, trips ? MonitorStatus.TRIGGERED : MonitorStatus.MONITORING);
        var outcome = Phrase.of(trips ? "breaker.trips" : why, "count", failed, "of", threshold);
        explain(service, deployment, failed, outcome);
        if (trips) {
            deployments.fail(service.name(), DeploymentFailure.circuitBreaker(breaker.rollback()));
        }
    }

    private void put(Service service, Deployment changed) {
        desk.put(
                service.withDeployments(
                        service.deployments().stream()
                                .map(d -> d.id().equals(changed.id()) ? changed : d)
                                .toList()));
    }

    private void monitor(Service service, int count, MonitorStatus status) {
        deployments
                .current(service)
                .filter(one -> one.circuitBreaker().status() == MonitorStatus.MONITORING)
                .ifPresent(one ->
                        deployments.note(
                                one.withCircuitBreaker(
                                        new Monitor(
                                                status,
                                                count,
                                                one.configuration()
                                                        .circuitBreaker()
                                                        .threshold()
                                                        .failures(service.desiredCount()),
                                                List.of()))));
    }

    private void explain(Service service, Deployment deployment, int failed, Phrase outcome) {
        var breaker = service.deploymentConfiguration().circuitBreaker();
        if (!breaker.enable()) {
            return;
        }
        var threshold = breaker.threshold();
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.BREAKER,
                        List.of(
                                Fact.of("deployment", deployment.id()),
                                Fact.of("failedTasks", failed),
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("threshold", threshold.type() + " " + threshold.value()),
                                Fact.of("rollback", breaker.rollback())),
                        List.of(),
                        arithmetic(threshold, service.desiredCount()),
                        outcome);
    }

    private static String arithmetic(DeploymentCircuitBreaker.Threshold threshold, int desired) {
        var percent = "ceil(" + threshold.value() + "% × " + desired + ")";
        return "threshold = "
                + switch (threshold.type()) {
                    case BOUNDED_PERCENT ->
                            "clamp(" + percent + ", 3, 200) = " + threshold.failures(desired);
                    case UNBOUNDED_PERCENT -> percent + " = " + threshold.failures(desired);
                    case COUNT -> Integer.toString(threshold.value());
                };
    }
}
