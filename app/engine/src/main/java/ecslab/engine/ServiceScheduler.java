package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;

/// Keeps a service at its desired count: the loop that compares what is asked for with what is.
final class ServiceScheduler {

    private static final String NO_INSTANCES =
            "was unable to place a task because no container instance met all of its requirements."
                    + " Reason: No Container Instances were found in your cluster. For more"
                    + " information, see the Troubleshooting section of the Amazon ECS Developer"
                    + " Guide.";

    private final Desk desk;
    private final TaskLifecycle lifecycle;
    private final TaskStarter starter;
    private final ServiceMessages says;
    private final Victims victims;
    private final Health health;

    ServiceScheduler(Desk desk, TaskLifecycle lifecycle, ServiceMessages says) {
        this.desk = desk;
        this.lifecycle = lifecycle;
        this.says = says;
        starter = new TaskStarter(desk);
        victims = new Victims(desk);
        health = new Health(desk);
    }

    void reconcile(ServiceName name) {
        desk.memory(name).reconcileIsDue = false;
        var service = desk.service(name);
        var count = Plan.of(desk, service, health);
        if (count.toStart() > 0) {
            start(service, count);
        }
        stopUnfit(service);
        stopReplaced(service);
        stopSurplus(desk.service(name));
    }

    private void start(Service service, Plan count) {
        var name = service.name();
        if (desk.now().isBefore(desk.memory(name).notBefore)) {
            return;
        }
        explain(service, count, Phrase.of("schedule.start", "count", count.toStart()));
        var definition = desk.taskDefinition(service.taskDefinition());
        if (service.launchType() != LaunchType.FARGATE) {
            if (says.sayOnce(name, NO_INSTANCES)) {
                says.act(name, "ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", "EMPTY");
            }
            return;
        }
        var refused = new Awsvpc(desk, new Names(desk)).cannotAssume(definition);
        if (!refused.isEmpty()) {
            if (says.sayOnce(name, "failed to launch a task with (error " + refused + ").")) {
                says.act(name, "ERROR", "SERVICE_TASK_CONFIGURATION_FAILURE", "");
            }
            return;
        }
        launch(service, count.toStart());
    }

    private void launch(Service service, int count) {
        var order =
                new TaskStarter.Order(
                        service.name().cluster(),
                        desk.taskDefinition(service.taskDefinition()),
                        Task.groupOfService(service.name().service()),
                        service.deployments().getFirst().id(),
                        service.network());
        var started = new ArrayList<TaskId>();
        for (var i = 0; i < count; i++) {
            var task = starter.start(order);
            desk.memory(service.name()).members.add(task.id());
            started.add(task.id());
        }
        says.say(
                service.name(),
                "has started " + count + " tasks: " + ServiceMessages.list(started) + ".");
    }

    /// A task that failed its health checks goes once its replacement is healthy, or at once if
    /// enough healthy ones remain without it.
    private void stopUnfit(Service service) {
        var memory = desk.memory(service.name());
        for (var entry : List.copyOf(memory.unfit.entrySet())) {
            var least = service.deploymentConfiguration().least(service.desiredCount());
            if (healthy(service) >= least && entry.getValue() instanceof Stop.Asked why) {
                lifecycle.stops().stop(entry.getKey(), why, true);
                sayStopped(service, List.of(entry.getKey()));
            }
        }
    }

    /// Tasks of earlier deployments go as far as `minimumHealthyPercent` allows. Those that don't
    /// run yet go at once.
    private void stopReplaced(Service service) {
        var primary = service.deployments().getFirst().id();
        var stoppable =
                healthy(service) - service.deploymentConfiguration().least(service.desiredCount());
        var stopped = new ArrayList<TaskId>();
        for (var id : List.copyOf(desk.memory(service.name()).members)) {
            var task = desk.task(id);
            if (task.startedBy().equals(primary)) {
                continue;
            }
            if (task.lastStatus() != TaskStatus.RUNNING || stoppable > 0) {
                stoppable -= health.isHealthy(service, id) ? 1 : 0;
                lifecycle.stops().stop(id, scaling(service), true);
                stopped.add(id);
            }
        }
        sayStopped(service, stopped);
    }

    private void stopSurplus(Service service) {
        var members = new ArrayList<Task>();
        var primary = service.deployments().getFirst().id();
        for (var id : desk.memory(service.name()).members) {
            if (desk.task(id).startedBy().equals(primary)) {
                members.add(desk.task(id));
            }
        }
        var surplus = members.size() - service.desiredCount();
        if (surplus <= 0) {
            return;
        }
        var chosen = victims.choose(service, members, surplus);
        chosen.forEach(id -> lifecycle.stops().stop(id, scaling(service), true));
        sayStopped(service, chosen);
    }

    private void sayStopped(Service service, List<TaskId> stopped) {
        if (stopped.isEmpty()) {
            return;
        }
        var words = " running tasks: " + ServiceMessages.list(stopped) + ".";
        says.say(service.name(), "has stopped " + stopped.size() + words);
        says.act(service.name(), "INFO", "TASKS_STOPPED", "");
        var draining =
                stopped.stream().filter(id -> desk.state().targetOfTask.containsKey(id)).count();
        if (draining > 0) {
            says.say(service.name(), "has begun draining connections on " + draining + " tasks.");
        }
    }

    private static Stop.Asked scaling(Service service) {
        return new Stop.Asked(
                StopCode.SERVICE_SCHEDULER_INITIATED,
                "Scaling activity initiated by (deployment "
                        + service.deployments().getFirst().id()
                        + ")");
    }

    private int healthy(Service service) {
        return (int)
                desk.memory(service.name()).members.stream()
                        .filter(id -> health.isHealthy(service, id))
                        .count();
    }

    private void explain(Service service, Plan count, Phrase outcome) {
        desk.journal()
                .decide(
                        Ref.service(service.name()),
                        Kind.SCHEDULE,
                        count.facts(),
                        List.of(),
                        count.arithmetic(),
                        outcome);
    }

    /// What the scheduler counts before it starts tasks.
    ///
    /// @param primary tasks of the newest deployment that nobody asked to stop
    /// @param unfit those of them that must be replaced
    /// @param all tasks of every deployment that nobody asked to stop
    record Plan(int desired, int running, int primary, int unfit, int all, int least, int most) {

        static Plan of(Desk desk, Service service, Health health) {
            var memory = desk.memory(service.name());
            var newest = service.deployments().getFirst().id();
            var primary =
                    memory.members.stream()
                            .filter(id -> desk.task(id).startedBy().equals(newest))
                            .count();
            var running =
                    memory.members.stream()
                            .filter(id -> desk.task(id).lastStatus() == TaskStatus.RUNNING)
                            .count();
            var configuration = service.deploymentConfiguration();
            return new Plan(
                    service.desiredCount(),
                    (int) running,
                    (int) primary,
                    memory.unfit.size(),
                    memory.members.size(),
                    configuration.least(service.desiredCount()),
                    configuration.most(service.desiredCount()));
        }

        int missing() {
            return desired - (primary - unfit);
        }

        int toStart() {
            return Math.min(missing(), most - all);
        }

        List<Fact> facts() {
            return List.of(
                    Fact.of("desiredCount", desired),
                    Fact.of("runningCount", running),
                    Fact.of("pendingCount", all - running),
                    Fact.of("minimumHealthy", least),
                    Fact.of("maximum", most));
        }

        String arithmetic() {
            return "min(desiredCount − kept, maximum − all) = min("
                    + desired
                    + " − "
                    + (primary - unfit)
                    + ", "
                    + most
                    + " − "
                    + all
                    + ") = "
                    + toStart();
        }
    }
}
