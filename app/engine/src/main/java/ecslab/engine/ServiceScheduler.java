package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.RolloutState;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceStatus;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Keeps a service at its desired count: the loop that compares what is asked for with what is.
/// [Departures] knows who has to go.
final class ServiceScheduler {

    private final Desk desk;
    private final ServiceLauncher launcher;
    private final ServiceMessages says;
    private final Departures departures;
    private final Deployments deployments;
    private final Health health;
    private final Daemons daemons;
    private final Rebalancing rebalancing;

    ServiceScheduler(
            Desk desk,
            TaskLifecycle lifecycle,
            ServiceMessages says,
            ServiceLauncher launcher,
            Deployments deployments,
            Daemons daemons,
            Rebalancing rebalancing) {
        this.desk = desk;
        this.says = says;
        this.launcher = launcher;
        this.deployments = deployments;
        this.daemons = daemons;
        this.rebalancing = rebalancing;
        health = new Health(desk);
        departures = new Departures(desk, lifecycle, says, health);
    }

    void reconcile(ServiceName name) {
        desk.memory(name).reconcileIsDue = false;
        if (desk.service(name).status() == ServiceStatus.INACTIVE) {
            return;
        }
        recount(desk.service(name));
        deployments.begin(name);
        forgetFailed(name);
        for (var side : Side.of(desk.state(), desk.service(name))) {
            reconcile(name, side);
        }
        rebalancing.look(name);
    }

    /// A failed deployment without tasks has been seen by now.
    private void forgetFailed(ServiceName name) {
        var failed =
                desk.service(name).deployments().stream()
                        .skip(1)
                        .anyMatch(one -> one.rolloutState() == RolloutState.FAILED);
        if (failed) {
            desk.counts().changed(name);
        }
    }

    /// A deployment that has failed starts nothing, and leaves what runs beside it alone.
    private void reconcile(ServiceName name, Side side) {
        var service = desk.service(name);
        var newest = service.deployments().getFirst();
        var stalled =
                newest.id().equals(side.deployment())
                        && newest.rolloutState() == RolloutState.FAILED;
        if (!stalled) {
            start(asSet(service, side), side);
        }
        step(name, newest.id(), side, departures::stopUnfit);
        if (!stalled) {
            step(name, newest.id(), side, departures::stopReplaced);
        }
        step(name, newest.id(), side, departures::stopSurplus);
        if (!stalled) {
            step(name, newest.id(), side, departures::sayIfStuck);
        }
    }

    /// A step may fail the deployment: then what was planned for it isn't done.
    private void step(
            ServiceName name, String newest, Side side, BiConsumer<Service, Side> action) {
        var service = desk.service(name);
        if (service.deployments().getFirst().id().equals(newest)) {
            action.accept(service, side);
        }
    }

    /// A daemon's instances are counted anew each time.
    private void recount(Service service) {
        if (service.scheduling().isDaemon()) {
            daemons.stopViolators(service);
            daemons.recount(service);
        }
    }

    /// A task set says itself where its tasks run.
    private Service asSet(Service service, Side side) {
        return service.rollout().controller().hasTaskSets()
                ? service.withRevision(desk.state().revision(side.deployment()))
                : service;
    }

    private void start(Service service, Side side) {
        var plan = Plan.of(desk, service, side, health);
        if (plan.toStart() <= 0 || desk.now().isBefore(desk.memory(service.name()).notBefore)) {
            return;
        }
        var definition =
                desk.taskDefinition(desk.state().revision(side.deployment()).taskDefinition());
        var refused = new Awsvpc(desk, new Names(desk)).cannotAssume(definition);
        if (!refused.isEmpty()) {
            tryAgain(service, plan, refused);
        } else if (service.scheduling().isDaemon()) {
            launch(service, plan, () -> launchDaemons(service, plan));
        } else if (!launcher.hasNoRoom(service, side)) {
            launch(service, plan, () -> launcher.launch(service, side, plan.toStart()));
        }
    }

    private void launch(Service service, Plan plan, Supplier<Launched> launch) {
        desk.journal()
                .decideFirst(launch, done -> explain(service, plan, done.outcome(desk, plan)));
    }

    private Launched launchDaemons(Service service, Plan plan) {
        var launched = daemons.launch(service, plan.toStart());
        if (launched.held() instanceof Launched.NoRoom(var verdict)) {
            launcher.sayNoRoom(service, verdict, 1);
        }
        return launched;
    }

    /// The role may be created or mended meanwhile: the scheduler never gives up.
    private void tryAgain(Service service, Plan plan, String refused) {
        var name = service.name();
        if (says.sayOnce(name, "failed to launch a task with (error " + refused + ").")) {
            says.act(name, "ERROR", "SERVICE_TASK_CONFIGURATION_FAILURE", "");
            explain(service, plan, Phrase.of("schedule.cannotAssume"));
        }
        desk.memory(name).notBefore = desk.now().plus(Guesses.LAUNCH_AGAIN_AFTER);
        desk.agenda().wakeAfter(Guesses.LAUNCH_AGAIN_AFTER, new Wake.Reconcile(name));
    }

    private void explain(Service service, Plan plan, Phrase outcome) {
        desk.journal().decideSchedule(service, plan.facts(), plan.startArithmetic(), outcome);
    }
}
