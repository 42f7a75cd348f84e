package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.model.ServiceDeploymentStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;

/// Carries a blue/green, linear or canary deployment through its lifecycle stages (Developer Guide,
/// *Amazon ECS blue/green service deployments workflow*).
final class Shifting {

    private final Desk desk;
    private final Deployments deployments;
    private final TrafficWeights weights;
    private final Hooks hooks;
    private final Health health;

    Shifting(Desk desk, Deployments deployments, Listeners listeners) {
        this.desk = desk;
        this.deployments = deployments;
        weights = new TrafficWeights(desk, listeners);
        hooks = new Hooks(desk, deployments);
        health = new Health(desk);
    }

    Hooks hooks() {
        return hooks;
    }

    /// Looks whether the stage is over, at the end of a turn that touched the service.
    void look(ServiceName name) {
        var memory = desk.memory(name);
        if (memory.shift.isReversed()) {
            reverse(name);
            return;
        }
        while (goesOn(name)) {
            var shift = memory.shift;
            if (!shift.isEntered()) {
                enter(desk.service(name), shift);
            } else if (hooks.areDone(desk.service(name), shift)) {
                if (!isOver(desk.service(name), shift)) {
                    return;
                }
                leave(name, shift);
            } else {
                return;
            }
        }
    }

    private boolean goesOn(ServiceName name) {
        var service = desk.service(name);
        var shift = desk.memory(name).shift;
        return service.isActive()
                && shift.stage() != LifecycleStage.NONE
                && !(shift.stage() == LifecycleStage.CLEAN_UP && shift.isEntered())
                && !desk.now().isBefore(shift.until())
                && service.deployments().getFirst().rolloutState() == RolloutState.IN_PROGRESS
                && deployments
                        .current(service)
                        .filter(one -> one.status() == ServiceDeploymentStatus.IN_PROGRESS)
                        .isPresent();
    }

    /// Traffic goes back at once: blue is still there.
    private void reverse(ServiceName name) {
        var memory = desk.memory(name);
        var shift = memory.shift;
        memory.shift = Shift.NONE;
        if (!shift.blue().isEmpty()) {
            weights.production(shift.blue(), DeploymentStrategy.WHOLE);
            weights.test(shift.blue(), DeploymentStrategy.WHOLE);
            deployments
                    .current(desk.service(name))
                    .ifPresent(one -> deployments.note(one.withTraffic(Traffic.NONE)));
        }
    }

    private void enter(Service service, Shift shift) {
        var memory = desk.memory(service.name());
        var wait = wait(service, shift).plus(networkShift(shift));
        var until = wait.isZero() ? SimInstant.START : desk.now().plus(wait);
        memory.shift = shift.entered(until);
        if (!wait.isZero()) {
            desk.agenda().wakeAfter(wait, new Wake.ShiftOn(service.name()));
        }
        var current = deployments.current(service).orElseThrow();
        var told = current.withStage(shift.stage());
        deployments.note(told.withTraffic(shifted(service, shift, told)));
        explain(service, shift, wait, !networkShift(shift).isZero());
        hooks.begin(service, memory.shift);
        limit(service, shift, current);
        if (shift.stage() == LifecycleStage.SCALE_UP || shift.stage() == LifecycleStage.CLEAN_UP) {
            desk.put(desk.service(service.name()));
            desk.reconcileSoon(service.name());
        }
    }

    /// A stage that waits for somebody may last only so long, and so may the whole. A hook that
    /// times out at the same moment comes first.
    ///
    /// @param current as it was before the stage
    private void limit(Service service, Shift shift, ServiceDeployment current) {
        var id = current.id();
        if (current.lifecycleStage() == LifecycleStage.NONE) {
            var all = new Wake.StageExpires(id, LifecycleStage.NONE, 0);
            desk.agenda().wakeAfter(Timings.DEPLOYMENT_MAX, all);
        }
        var asked = service.deploymentConfiguration().hooksAt(shift.stage());
        var waits =
                shift.stage() == LifecycleStage.SCALE_UP
                        || shift.stage() == LifecycleStage.RECONCILE_SERVICE;
        if (waits || !asked.isEmpty()) {
            var paused = asked.stream().anyMatch(hook -> hook.function().isEmpty());
            desk.agenda()
                    .wakeAfter(
                            paused ? Timings.PAUSED_STAGE_MAX : Timings.STAGE_MAX,
                            new Wake.StageExpires(id, shift.stage(), shift.step()));
        }
    }

    /// What has lasted for too long fails, and goes back.
    void expired(Wake.StageExpires late) {
        var current = desk.state().serviceDeployments.get(late.serviceDeployment());
        if (current == null || current.status() != ServiceDeploymentStatus.IN_PROGRESS) {
            return;
        }
        var shift = desk.memory(current.service()).shift;
        var whole = late.stage() == LifecycleStage.NONE && shift.isUnderWay();
        if (whole || (shift.stage() == late.stage() && shift.step() == late.step())) {
            deployments.fail(current.service(), DeploymentFailure.timedOut(late.stage()));
        }
    }

    /// Sets the weights that a stage begins with.
    private Traffic shifted(Service service, Shift shift, ServiceDeployment told) {
        var before = told.traffic();
        return switch (shift.stage()) {
            case RECONCILE_SERVICE, PRE_SCALE_UP -> {
                prepare(shift);
                yield Traffic.NONE;
            }
            case TEST_TRAFFIC_SHIFT -> {
                weights.test(shift.green(), DeploymentStrategy.WHOLE);
                yield new Traffic(DeploymentStrategy.WHOLE, before.productionTenths());
            }
            case PRODUCTION_TRAFFIC_SHIFT -> {
                var tenths = tenths(service, shift);
                weights.production(shift.green(), tenths);
                yield new Traffic(before.testTenths(), tenths);
            }
            case NONE, SCALE_UP, POST_SCALE_UP, POST_TEST_TRAFFIC_SHIFT -> before;
            case PRE_PRODUCTION_TRAFFIC_SHIFT, POST_PRODUCTION_TRAFFIC_SHIFT -> before;
            case BAKE_TIME, CLEAN_UP -> before;
        };
    }

    /// Both target groups stand in the rule from the beginning, so that the health of green's
    /// targets is checked before they get any traffic.
    private void prepare(Shift shift) {
        if (!shift.blue().isEmpty()) {
            weights.production(shift.blue(), DeploymentStrategy.WHOLE);
            weights.test(shift.blue(), DeploymentStrategy.WHOLE);
        }
    }

    /// A service's first deployment takes nothing from anybody: it gets everything at once.
    private static int tenths(Service service, Shift shift) {
        return shift.blue().isEmpty()
                ? DeploymentStrategy.WHOLE
                : service.deploymentConfiguration().strategy().tenthsAfter(shift.step());
    }

    private static Duration wait(Service service, Shift shift) {
        var configuration = service.deploymentConfiguration();
        return switch (shift.stage()) {
            case PRODUCTION_TRAFFIC_SHIFT ->
                    tenths(service, shift) < DeploymentStrategy.WHOLE
                            ? configuration.strategy().stepBake()
                            : Duration.ZERO;
            case BAKE_TIME -> shift.blue().isEmpty() ? Duration.ZERO : configuration.bakeTime();
            case NONE, RECONCILE_SERVICE, PRE_SCALE_UP, SCALE_UP, POST_SCALE_UP -> Duration.ZERO;
            case TEST_TRAFFIC_SHIFT, POST_TEST_TRAFFIC_SHIFT -> Duration.ZERO;
            case PRE_PRODUCTION_TRAFFIC_SHIFT, POST_PRODUCTION_TRAFFIC_SHIFT -> Duration.ZERO;
            case CLEAN_UP -> Duration.ZERO;
        };
    }

    /// A Network Load Balancer takes its time for what an Application Load Balancer does at once.
    private Duration networkShift(Shift shift) {
        var takes =
                !shift.blue().isEmpty()
                        && switch (shift.stage()) {
                            case TEST_TRAFFIC_SHIFT -> weights.isTestOnNetwork(shift.green());
                            case PRODUCTION_TRAFFIC_SHIFT ->
                                    weights.isProductionOnNetwork(shift.green());
                            case NONE, RECONCILE_SERVICE, PRE_SCALE_UP, SCALE_UP -> false;
                            case POST_SCALE_UP, POST_TEST_TRAFFIC_SHIFT -> false;
                            case PRE_PRODUCTION_TRAFFIC_SHIFT -> false;
                            case POST_PRODUCTION_TRAFFIC_SHIFT, BAKE_TIME, CLEAN_UP -> false;
                        };
        return takes ? Timings.NETWORK_SHIFT : Duration.ZERO;
    }

    private boolean isOver(Service service, Shift shift) {
        return switch (shift.stage()) {
            case RECONCILE_SERVICE ->
                    service.deployments().stream()
                            .allMatch(one ->
                                    one.id().equals(shift.blue())
                                            || one.id().equals(shift.green()));
            case SCALE_UP -> health.isWhole(service.name(), shift.green(), service.desiredCount());
            case NONE, PRE_SCALE_UP, POST_SCALE_UP, TEST_TRAFFIC_SHIFT -> true;
            case POST_TEST_TRAFFIC_SHIFT, PRE_PRODUCTION_TRAFFIC_SHIFT -> true;
            case PRODUCTION_TRAFFIC_SHIFT, POST_PRODUCTION_TRAFFIC_SHIFT -> true;
            case BAKE_TIME, CLEAN_UP -> true;
        };
    }

    private void leave(ServiceName name, Shift shift) {
        var service = desk.service(name);
        var pause = desk.timings().schedulerPause();
        var partly =
                shift.stage() == LifecycleStage.PRODUCTION_TRAFFIC_SHIFT
                        && tenths(service, shift) < DeploymentStrategy.WHOLE;
        var next = partly ? LifecycleStage.PRE_PRODUCTION_TRAFFIC_SHIFT : shift.stage().next();
        desk.memory(name).shift =
                shift.at(next, partly ? shift.step() + 1 : shift.step(), desk.now().plus(pause));
        desk.agenda().wakeAfter(pause, new Wake.ShiftOn(name));
    }

    private void explain(Service service, Shift shift, Duration wait, boolean network) {
        var tenths =
                deployments.current(service).map(one -> one.traffic().productionTenths()).orElse(0);
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.ROLLOUT,
                        List.of(
                                Fact.of("lifecycleStage", shift.stage()),
                                Fact.of(
                                        "strategy",
                                        service.deploymentConfiguration().strategy().printed()),
                                Fact.of("productionTrafficWeight", tenths / 10.0)),
                        List.of(),
                        "",
                        Phrase.of(
                                key(shift.stage(), wait) + (network ? ".network" : ""),
                                "minutes",
                                wait.toMinutes(),
                                "percent",
                                percent(tenths)));
    }

    private static String key(LifecycleStage stage, Duration wait) {
        var waits = stage != LifecycleStage.BAKE_TIME || wait.toMinutes() > 0;
        return "stage." + stage.name() + (waits ? "" : ".none");
    }

    private static String percent(int tenths) {
        return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
    }
}
