package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;

/// Keeps a service at its desired count: the loop that compares what is asked for with what is.
/// [Departures] knows who has to go.
final class ServiceScheduler {

    private final Desk desk;
    private final ServiceLauncher launcher;
    private final ServiceMessages says;
    private final Departures departures;
    private final Health health;
    private final Daemons daemons;

    ServiceScheduler(
            Desk desk,
            TaskLifecycle lifecycle,
            ServiceMessages says,
            ServiceLauncher launcher,
            Daemons daemons) {
        this.desk = desk;
        this.says = says;
        this.launcher = launcher;
        this.daemons = daemons;
        health = new Health(desk);
        departures = new Departures(desk, lifecycle, says, health);
    }

    void reconcile(ServiceName name) {
        desk.memory(name).reconcileIsDue = false;
        var service = counted(desk.service(name));
        var plan = Plan.of(desk, service, health);
        if (plan.toStart() > 0 && !desk.now().isBefore(desk.memory(name).notBefore)) {
            start(service, plan);
        }
        departures.stopUnfit(service);
        departures.stopReplaced(service);
        departures.stopSurplus(service);
        departures.sayIfStuck(service);
    }

    private Service counted(Service service) {
        if (!service.scheduling().isDaemon()) {
            return service;
        }
        daemons.stopViolators(service);
        return daemons.counted(service);
    }

    private void start(Service service, Plan plan) {
        var definition = desk.taskDefinition(service.taskDefinition());
        var refused = new Awsvpc(desk, new Names(desk)).cannotAssume(definition);
        if (!refused.isEmpty()) {
            tryAgain(service, plan, refused);
        } else if (service.scheduling().isDaemon()) {
            explain(service, plan, outcome(plan));
            daemons.launch(service, plan.toStart())
                    .ifPresent(verdict -> launcher.sayNoRoom(service, verdict));
        } else if (!launcher.hasNoRoom(service)) {
            explain(service, plan, outcome(plan));
            launcher.launch(service, plan.toStart());
        }
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

    private static Phrase outcome(Plan plan) {
        return plan.toStart() < plan.missing()
                ? Phrase.of(
                        "schedule.startAsRoom", "missing", plan.missing(), "count", plan.toStart())
                : Phrase.of("schedule.start", "count", plan.toStart());
    }

    private void explain(Service service, Plan plan, Phrase outcome) {
        desk.journal().decideSchedule(service, plan.facts(), plan.startArithmetic(), outcome);
    }
}
