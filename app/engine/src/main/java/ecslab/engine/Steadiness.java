package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.Deployment;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// Notices when a service has reached a steady state: one deployment, as many tasks running as
/// asked for, none on the way, all healthy.
final class Steadiness {

    private final Desk desk;
    private final ServiceMessages says;
    private final Deployments deployments;
    private final Health health;

    Steadiness(Desk desk, ServiceMessages says, Deployments deployments) {
        this.desk = desk;
        this.deployments = deployments;
        this.says = says;
        health = new Health(desk);
    }

    /// Looks at the end of a turn that touched the service.
    void look(ServiceName name) {
        var memory = desk.memory(name);
        if (!desk.service(name).isActive()) {
            endIfGone(desk.service(name));
            return;
        }
        if (hasEnough(desk.service(name))) {
            explainEarly(desk.service(name));
            deployments.complete(desk.service(name));
        }
        var service = desk.service(name);
        lookAtSets(service);
        var steady = isSteady(service);
        if (steady && !memory.steady) {
            declare(service);
        }
        memory.steady = steady;
    }

    /// Each task set says by itself that it has become steady.
    private void lookAtSets(Service service) {
        var known = desk.memory(service.name()).steadySets;
        for (var set : service.rollout().taskSets()) {
            var desired = set.computedDesiredCount(service.desiredCount());
            var steady = desired > 0 && health.isWhole(service.name(), set.id(), desired);
            if (steady && known.add(set.id())) {
                says.sayOfTaskSet(service.name(), set.id(), "updated state to STEADY_STATE.");
                says.act(service.name(), "INFO", "TASKSET_STEADY_STATE", "");
            } else if (!steady) {
                known.remove(set.id());
            }
        }
    }

    /// A task may have become healthy by nothing but time; and an idle service repeats itself.
    void check(ServiceName name) {
        var memory = desk.memory(name);
        var wasSteady = memory.steady;
        look(name);
        desk.reconcileSoon(name);
        if (wasSteady && memory.steady && says.sayOnce(name, "has reached a steady state.")) {
            again(name);
        }
    }

    /// A deleted service is INACTIVE once its last task has been told to stop, and no target of its
    /// tasks drains any more.
    private void endIfGone(Service service) {
        var memory = desk.memory(service.name());
        if (service.status() == ServiceStatus.DRAINING
                && memory.members().isEmpty()
                && memory.draining.isEmpty()) {
            desk.put(service.withStatus(ServiceStatus.INACTIVE).withDeployments(List.of()));
        }
    }

    /// Whether a rolling deployment may succeed before all of its tasks are healthy.
    private boolean hasEnough(Service service) {
        var configuration = service.deploymentConfiguration();
        var early = configuration.earlySuccess();
        if (service.rollout().controller().hasTaskSets()) {
            return false;
        }
        var newest = service.deployments().getFirst();
        if (!early.enable()
                || configuration.strategy().shiftsTraffic()
                || newest.rolloutState() != RolloutState.IN_PROGRESS
                || desk.memory(service.name()).rollingBack
                || !(early.deferred() || service.deployments().size() == 1)) {
            return false;
        }
        return healthy(service) >= Math.max(1, configuration.enough(service.desiredCount()));
    }

    private int healthy(Service service) {
        return health.count(service.name(), service.deployments().getFirst().id());
    }

    /// The time in which an alarm could have failed the deployment is over.
    void baked(ServiceName name, String deployment) {
        var service = desk.service(name);
        var newest = service.deployments().stream().findFirst();
        if (newest.filter(one -> one.id().equals(deployment)).isPresent() && isSteady(service)) {
            complete(service);
        }
    }

    private void declare(Service service) {
        var name = service.name();
        explain(service);
        complete(service);
        says.clear(name);
        says.sayOnce(name, "has reached a steady state.");
        says.act(name, "INFO", "SERVICE_STEADY_STATE", "");
        again(name);
        if (service.scheduling().isRebalanced()) {
            desk.reconcileSoon(name);
        }
    }

    private void again(ServiceName name) {
        desk.agenda().wakeAfter(Timings.SAME_MESSAGE_AFTER, new Wake.SteadyCheck(name));
    }

    private void complete(Service service) {
        var primary = service.deployments().getFirst();
        if (primary.rolloutState() == RolloutState.IN_PROGRESS && !bakes(service, primary)) {
            deployments.complete(service);
        }
    }

    /// Whether alarms are still watched before the deployment is complete.
    private boolean bakes(Service service, Deployment primary) {
        var configuration = service.deploymentConfiguration();
        var memory = desk.memory(service.name());
        if (!configuration.alarms().enable()
                || configuration.strategy().shiftsTraffic()
                || memory.rollingBack) {
            return false;
        }
        if (memory.bakesUntil.equals(SimInstant.START)) {
            var bake =
                    configuration.bakeTime().isZero()
                            ? Guesses.ALARM_BAKE
                            : configuration.bakeTime();
            memory.bakesUntil = desk.now().plus(bake);
            desk.agenda().wakeAfter(bake, new Wake.Baked(service.name(), primary.id()));
            deployments
                    .current(service)
                    .ifPresent(one -> deployments.note(one.withStage(LifecycleStage.BAKE_TIME)));
            explainBake(service, bake);
        }
        return desk.now().isBefore(memory.bakesUntil);
    }

    private void explainBake(Service service, Duration bake) {
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.ROLLOUT,
                        List.of(
                                Fact.of(
                                        "alarmNames",
                                        String.join(
                                                ", ",
                                                service.deploymentConfiguration()
                                                        .alarms()
                                                        .alarmNames()))),
                        List.of(),
                        "",
                        Phrase.of("rollout.bakes", "minutes", bake.toMinutes()));
    }

    private void explainEarly(Service service) {
        var enough = service.deploymentConfiguration().enough(service.desiredCount());
        var early = service.deploymentConfiguration().earlySuccess();
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.ROLLOUT,
                        List.of(
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("healthy", healthy(service)),
                                Fact.of("healthyPercent", early.healthyPercent())),
                        List.of(),
                        healthy(service) + " ≥ " + enough,
                        Phrase.of("rollout.early"));
    }

    /// How many tasks there are to be; of several task sets, in all of them.
    private static int wanted(Service service) {
        return service.rollout().controller().hasTaskSets()
                ? service.deployments().stream().mapToInt(Deployment::desiredCount).sum()
                : service.desiredCount();
    }

    /// Each task set by itself.
    private boolean areSetsSteady(Service service) {
        var wanted = wanted(service);
        return wanted > 0
                && service.runningCount() == wanted
                && service.pendingCount() == 0
                && health.areAllHealthy(service.name());
    }

    private boolean isSteady(Service service) {
        if (service.rollout().controller().hasTaskSets()) {
            return areSetsSteady(service);
        }
        return service.deployments().size() == 1
                && hasBegun(service)
                && !desk.memory(service.name()).shift.isUnderWay()
                && service.runningCount() == service.desiredCount()
                && service.pendingCount() == 0
                && desk.state().moving(service.name()).isEmpty()
                && health.areAllHealthy(service.name());
    }

    /// Nobody has looked yet what a deployment in PENDING has to do: the tasks of a daemon service
    /// aren't even counted.
    private boolean hasBegun(Service service) {
        return deployments
                .current(service)
                .filter(one -> one.status() == ServiceDeploymentStatus.PENDING)
                .isEmpty();
    }

    private String why(Service service) {
        if (service.rollout().controller().hasTaskSets()) {
            return "steady.bySets";
        }
        if (!service.loadBalancers().isEmpty()) {
            return "steady.byTargets";
        }
        var checked =
                desk.memory(service.name()).members().stream()
                        .anyMatch(id -> health.isChecked(desk.task(id)));
        return checked ? "steady.byChecks" : "steady.byTime";
    }

    private void explain(Service service) {
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.STEADY,
                        List.of(
                                Fact.of("desiredCount", service.desiredCount()),
                                Fact.of("runningCount", service.runningCount()),
                                Fact.of("pendingCount", service.pendingCount()),
                                Fact.of("deployments", service.deployments().size())),
                        List.of(),
                        service.runningCount() + " = " + wanted(service),
                        Phrase.of(why(service)));
    }
}
