package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskOverride;
import java.util.ArrayList;

/// Keeps a service at its desired count: the loop that compares what is asked for with what is.
/// [Departures] knows who has to go.
final class ServiceScheduler {

    private static final String NO_INSTANCES =
            "was unable to place a task because no container instance met all of its requirements."
                    + " Reason: No Container Instances were found in your cluster. For more"
                    + " information, see the Troubleshooting section of the Amazon ECS Developer"
                    + " Guide.";

    private final Desk desk;
    private final TaskStarter starter;
    private final ServiceMessages says;
    private final Departures departures;
    private final Health health;

    ServiceScheduler(Desk desk, TaskLifecycle lifecycle, ServiceMessages says) {
        this.desk = desk;
        this.says = says;
        starter = new TaskStarter(desk);
        health = new Health(desk);
        departures = new Departures(desk, lifecycle, says, health);
    }

    void reconcile(ServiceName name) {
        desk.memory(name).reconcileIsDue = false;
        var service = desk.service(name);
        var plan = Plan.of(desk, service, health);
        if (plan.toStart() > 0 && !desk.now().isBefore(desk.memory(name).notBefore)) {
            start(service, plan);
        }
        departures.stopUnfit(service);
        departures.stopReplaced(service);
        departures.stopSurplus(service);
        departures.sayIfStuck(service);
    }

    private void start(Service service, Plan plan) {
        if (service.launchType() != LaunchType.FARGATE) {
            if (says.sayOnce(service.name(), NO_INSTANCES)) {
                says.act(service.name(), "ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", "EMPTY");
                explain(service, plan, Phrase.of("schedule.noInstances"));
            }
            return;
        }
        var definition = desk.taskDefinition(service.taskDefinition());
        var refused = new Awsvpc(desk, new Names(desk)).cannotAssume(definition);
        if (refused.isEmpty()) {
            explain(service, plan, outcome(plan));
            launch(service, plan.toStart());
        } else {
            tryAgain(service, plan, refused);
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

    private void launch(Service service, int count) {
        var order =
                new TaskStarter.Order(
                        service.name().cluster(),
                        desk.taskDefinition(service.taskDefinition()),
                        Task.groupOfService(service.name().service()),
                        service.deployments().getFirst().id(),
                        service.network(),
                        TaskOverride.NONE);
        var started = new ArrayList<TaskId>();
        for (var i = 0; i < count; i++) {
            var task = starter.start(order);
            desk.memory(service.name()).startedAt.put(task.id(), desk.now());
            started.add(task.id());
        }
        says.say(
                service.name(),
                "has started " + count + " tasks: " + ServiceMessages.list(started) + ".");
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
