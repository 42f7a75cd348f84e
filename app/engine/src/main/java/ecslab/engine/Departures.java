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
    void stopUnfit(Service service, Side side) {
        var plan = plan(service, side);
        var count = Math.min(plan.unfit(), plan.expendable());
        if (count <= 0) {
            return;
        }
        var unfit = desk.memory(service.name()).unfit;
        explain(service, plan, plan.expendableArithmetic(), phrase("schedule.unfit", count));
        var longest =
                unfit.keySet().stream()
                        .filter(id -> side.has(desk, service, id))
                        .limit(count)
                        .toList();
        for (var id : longest) {
            var why = unfit.get(id);
            if (why != null) {
                stop(service, List.of(id), why);
            }
        }
    }

    /// Tasks of earlier deployments, and those on draining instances, go as far as
    /// `minimumHealthyPercent` allows. Those that don't run yet go at once.
    void stopReplaced(Service service, Side side) {
        var plan = plan(service, side);
        if (plan.replaceable() == 0) {
            return;
        }
        var replaced = new Replaced(desk, service, plan);
        for (var id : side.members(desk, service)) {
            if (!stays(side, id) && !desk.memory(service.name()).unfit.containsKey(id)) {
                replaced.consider(id, health.isHealthy(id));
            }
        }
        var stopped = replaced.stopped();
        var kept = replaced.guarded();
        if (!stopped.isEmpty()) {
            var moves = stopped.stream().allMatch(id -> desk.state().mustMove(desk.task(id)));
            var outcome = phrase(moves ? "schedule.move" : "schedule.replace", stopped.size());
            var told = replaced.candidates();
            desk.journal()
                    .decideSchedule(
                            service, plan.facts(), told, replaced.arithmetic(plan), outcome);
            stop(service, stopped, scaling(service));
        }
        if (!kept.isEmpty() && stopped.isEmpty() && plan.waitsOnlyFor(kept.size())) {
            sayProtected(service, desk.task(kept.getFirst()).startedBy(), kept.size());
        }
    }

    void stopSurplus(Service service, Side side) {
        var plan = plan(service, side);
        var extra = desk.memory(service.name()).extra.size();
        var surplus = plan.kept() - plan.desired() - extra;
        if (surplus <= 0) {
            return;
        }
        var kept = new ArrayList<Task>();
        var guarded = new ArrayList<Task>();
        for (var id : side.members(desk, service)) {
            if (stays(side, id) && !desk.memory(service.name()).unfit.containsKey(id)) {
                (isProtected(desk, service, id) ? guarded : kept).add(desk.task(id));
            }
        }
        if (kept.isEmpty() && guarded.size() > plan.desired()) {
            sayProtected(service, side.deployment(), guarded.size());
        }
        var count = Math.min(surplus, kept.size());
        if (count > 0) {
            var arithmetic = plan.surplusArithmetic(extra, kept.size());
            explain(service, plan, arithmetic, scaleIn(surplus, count));
            stop(service, victims.choose(service, kept, guarded, count), scaling(service));
        }
    }

    private static Phrase scaleIn(int surplus, int count) {
        return count == surplus
                ? phrase("schedule.scaleIn", count)
                : Phrase.of("schedule.scaleInSome", "surplus", surplus, "count", count);
    }

    /// Protection holds against scale-in and deployments, not against the end of the service.
    static boolean isProtected(Desk desk, Service service, TaskId id) {
        return service.isActive() && desk.state().protectedTasks.containsKey(id);
    }

    /// Said when nothing else is in the way of the steady state any more.
    private void sayProtected(Service service, String taskSet, int count) {
        var words =
                "was unable to reach steady state because task set ("
                        + taskSet
                        + ") was unable to scale in. Reason: The number of protected tasks are more"
                        + " than the desired count of tasks";
        if (says.sayOnce(service.name(), words)) {
            var side = new Side(taskSet, service.desiredCount(), true);
            explain(service, plan(service, side), "", phrase("schedule.protected", count));
        }
    }

    /// A minimum that is rounded up and a maximum that is rounded down can meet: then nothing may
    /// start and nothing may stop.
    void sayIfStuck(Service service, Side side) {
        var plan = plan(service, side);
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

    /// Of the deployment that stays, and where it may stay.
    private boolean stays(Side side, TaskId id) {
        var task = desk.task(id);
        return task.startedBy().equals(side.deployment()) && !desk.state().mustMove(task);
    }

    /// A daemon's task leaves a draining instance when the others have left it.
    static boolean waitsForOthers(Desk desk, Service service, TaskId id) {
        var task = desk.task(id);
        return desk.state().mustMove(task) && Daemons.waitsForOthers(desk, service, task);
    }

    /// Why a task stops that the service has no more use for.
    static Stop.Asked scaling(Service service) {
        return new Stop.Asked(
                StopCode.SERVICE_SCHEDULER_INITIATED,
                "Scaling activity initiated by (deployment "
                        + service.deployments().getFirst().id()
                        + ")");
    }

    private Plan plan(Service service, Side side) {
        return Plan.of(desk, service, side, health);
    }

    private static Phrase phrase(String key, int count) {
        return Phrase.of(key, "count", count);
    }

    private void explain(Service service, Plan plan, String arithmetic, Phrase outcome) {
        desk.journal().decideSchedule(service, plan.facts(), arithmetic, outcome);
    }
}
