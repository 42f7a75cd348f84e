package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.StopCode;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Which of a service's tasks have to go: those that failed their health checks, those of earlier
/// deployments, and those beyond the desired count.
final class Departures {

    private static final String STUCK =
            "was unable to stop or start tasks during a deployment because of the service"
                    + " deployment configuration. Update the minimumHealthyPercent or"
                    + " maximumPercent value and try again.";

    private final Desk desk;
    private final TaskLifecycle lifecycle;
    private final ServiceMessages says;
    private final Victims victims;
    private final Health health;

    Departures(Desk desk, TaskLifecycle lifecycle, ServiceMessages says, Health health) {
        this.desk = desk;
        this.lifecycle = lifecycle;
        this.says = says;
        this.health = health;
        victims = new Victims(desk);
    }

    /// Those that have been unfit for longest go first; ECS leaves it to chance.
    void stopUnfit(Service service) {
        var plan = plan(service);
        var count = Math.min(plan.unfit(), plan.expendable());
        if (count <= 0) {
            return;
        }
        var unfit = desk.memory(service.name()).unfit;
        explain(service, plan, plan.expendableArithmetic(), phrase("schedule.unfit", count));
        for (var id : List.copyOf(unfit.keySet()).subList(0, count)) {
            var why = unfit.get(id);
            if (why != null) {
                stop(service, List.of(id), why);
            }
        }
    }

    /// Tasks of earlier deployments, and those on draining instances, go as far as
    /// `minimumHealthyPercent` allows. Those that don't run yet go at once.
    void stopReplaced(Service service) {
        var plan = plan(service);
        var spare = plan.spare();
        var stopped = new ArrayList<TaskId>();
        for (var id : desk.memory(service.name()).members()) {
            if (stays(service, id) || desk.memory(service.name()).unfit.containsKey(id)) {
                continue;
            }
            if (isLast(service, id)) {
                continue;
            }
            var counts = health.isHealthy(service, id) ? 1 : 0;
            if (desk.task(id).lastStatus() != TaskStatus.RUNNING || spare >= counts) {
                spare -= counts;
                stopped.add(id);
            }
        }
        if (!stopped.isEmpty()) {
            var moves = stopped.stream().allMatch(id -> desk.state().mustMove(desk.task(id)));
            var outcome = phrase(moves ? "schedule.move" : "schedule.replace", stopped.size());
            explain(service, plan, plan.spareArithmetic(), outcome);
            stop(service, stopped, scaling(service));
        }
    }

    void stopSurplus(Service service) {
        var plan = plan(service);
        var surplus = plan.kept() - plan.desired();
        if (surplus <= 0) {
            return;
        }
        explain(service, plan, plan.surplusArithmetic(), phrase("schedule.scaleIn", surplus));
        var kept = new ArrayList<Task>();
        for (var id : desk.memory(service.name()).members()) {
            if (stays(service, id) && !desk.memory(service.name()).unfit.containsKey(id)) {
                kept.add(desk.task(id));
            }
        }
        stop(service, victims.choose(service, kept, surplus), scaling(service));
    }

    /// A minimum that is rounded up and a maximum that is rounded down can meet: then nothing may
    /// start and nothing may stop.
    void sayIfStuck(Service service) {
        var plan = plan(service);
        var waits = plan.undecided() > 0 || plan.unfit() > 0;
        var mayMove = plan.most() > plan.all() || plan.spare() > 0;
        if (plan.kept() >= plan.desired() || plan.all() == plan.kept() || waits || mayMove) {
            return;
        }
        if (says.sayOnce(service.name(), STUCK)) {
            explain(service, plan, plan.startArithmetic(), Phrase.of("schedule.stuck"));
        }
    }

    private void stop(Service service, List<TaskId> tasks, Stop.Asked why) {
        var pending = new ArrayList<TaskId>(tasks);
        var running = new ArrayList<TaskId>(tasks);
        pending.removeIf(id -> !desk.task(id).lastStatus().isBeforeRunning());
        running.removeAll(pending);
        if (!pending.isEmpty()) {
            says.say(service.name(), "stopped " + pending.size() + " pending tasks.");
        }
        if (!running.isEmpty()) {
            var words = " running tasks: " + ServiceMessages.list(running) + ".";
            says.say(service.name(), "has stopped " + running.size() + words);
        }
        tasks.forEach(id -> lifecycle.stops().stop(id, why, true));
        says.act(service.name(), "INFO", "TASKS_STOPPED", "");
        sayDraining(service, tasks);
    }

    private void sayDraining(Service service, List<TaskId> stopped) {
        var byDeployment = new TreeMap<String, Integer>();
        for (var id : stopped) {
            if (desk.task(id).lastStatus() == TaskStatus.DEACTIVATING) {
                byDeployment.merge(desk.task(id).startedBy(), 1, Integer::sum);
            }
        }
        byDeployment.forEach((deployment, count) ->
                says.sayOfTaskSet(
                        service.name(),
                        deployment,
                        "has begun draining connections on " + count + " tasks."));
    }

    /// Of the newest deployment, and where it may stay.
    private boolean stays(Service service, TaskId id) {
        var task = desk.task(id);
        return task.startedBy().equals(service.deployments().getFirst().id())
                && !desk.state().mustMove(task);
    }

    /// A daemon's task leaves a draining instance when the others have left it.
    private boolean isLast(Service service, TaskId id) {
        var task = desk.task(id);
        return desk.state().mustMove(task) && Daemons.waitsForOthers(desk, service, task);
    }

    private static Stop.Asked scaling(Service service) {
        return new Stop.Asked(
                StopCode.SERVICE_SCHEDULER_INITIATED,
                "Scaling activity initiated by (deployment "
                        + service.deployments().getFirst().id()
                        + ")");
    }

    private Plan plan(Service service) {
        return Plan.of(desk, service, health);
    }

    private static Phrase phrase(String key, int count) {
        return Phrase.of(key, "count", count);
    }

    private void explain(Service service, Plan plan, String arithmetic, Phrase outcome) {
        desk.journal().decideSchedule(service, plan.facts(), arithmetic, outcome);
    }
}
