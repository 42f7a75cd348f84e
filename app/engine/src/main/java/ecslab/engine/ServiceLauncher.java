package ecslab.engine;

import ecslab.ecs.Phrase;
import ecslab.ecs.event.Decision.Candidate;
import ecslab.ecs.event.Decision.Fact;
import ecslab.ecs.event.Decision.Kind;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.CapacityProviderStrategyItem;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Ref;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskOverride;
import ecslab.engine.Placement.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Starts a service's tasks where its launch type or its strategy says, as far as there is room.
final class ServiceLauncher {

    private static final String MORE =
            " For more information, see the Troubleshooting section of the Amazon ECS Developer"
                    + " Guide.";

    private static final String UNABLE =
            "was unable to place a task because no container instance met all of its requirements.";
    private static final String NO_CAPACITY =
            "was unable to place a task. Reason: Capacity is unavailable at this time. Please try"
                    + " again later or in a different availability zone.";

    private static final String PROVISIONING_FULL =
            "was unable to place tasks in your cluster because the tasks provisioning capacity"
                    + " limit was exceeded.";

    private final Desk desk;
    private final TaskStarter starter;
    private final ServiceMessages says;
    private final Waiting waiting;

    ServiceLauncher(Desk desk, TaskStarter starter, ServiceMessages says, Waiting waiting) {
        this.desk = desk;
        this.starter = starter;
        this.says = says;
        this.waiting = waiting;
    }

    /// Whether the service's launch type has no room for even one task. Then that is said.
    boolean hasNoRoom(Service service, Side side) {
        if (service.launchType() == LaunchType.FARGATE
                || !service.capacityProviderStrategy().isEmpty()) {
            return false;
        }
        var order = order(service, side);
        var verdict = starter.look(order, "");
        if (verdict.chosen().isEmpty()) {
            sayNoRoom(service, verdict, 1);
        }
        return verdict.chosen().isEmpty();
    }

    Launched launch(Service service, Side side, int count) {
        var started = new ArrayList<TaskId>();
        var held = Launched.NOTHING;
        if (service.capacityProviderStrategy().isEmpty()) {
            for (var i = 0; i < count && held.equals(Launched.NOTHING); i++) {
                held = launchOne(service, side, "", count - i, started);
            }
        } else {
            for (var provider : split(service, side, count)) {
                var one = launchOne(service, side, provider, 1, started);
                held = one.equals(Launched.NOTHING) ? held : one;
            }
        }
        if (!started.isEmpty()) {
            sayStarted(service, side, started);
        }
        desk.state().capacityProviders.values().forEach(waiting::watch);
        return new Launched(started.size(), held);
    }

    /// Of a service that is made of task sets, the one is named whose tasks they are.
    private void sayStarted(Service service, Side side, List<TaskId> started) {
        var words =
                "has started " + started.size() + " tasks: " + ServiceMessages.list(started) + ".";
        if (service.rollout().controller().hasTaskSets()) {
            says.sayOfTaskSet(service.name(), side.deployment(), words);
        } else {
            says.say(service.name(), words);
        }
    }

    /// @param asked how many tasks there are to start that ask the same
    private Launched.Held launchOne(
            Service service, Side side, String provider, int asked, List<TaskId> started) {
        var order = order(service, side);
        var fargate =
                provider.isEmpty()
                        ? service.launchType() == LaunchType.FARGATE
                        : CapacityProvider.isFargate(provider);
        if (fargate && !starter.hasCapacity(provider)) {
            sayNoCapacity(service);
            return Launched.NO_CAPACITY;
        }
        if (fargate) {
            started.add(join(service, starter.onFargate(order, provider)));
            return Launched.NOTHING;
        }
        var verdict = starter.look(order, provider);
        if (verdict.chosen().isPresent()) {
            started.add(join(service, starter.onInstance(order, provider, verdict)));
        } else if (provider.isEmpty()) {
            sayNoRoom(service, verdict, asked);
            return new Launched.NoRoom(verdict);
        } else if (Quotas.isProvisioningFull(desk.state(), order.cluster())) {
            says.sayOnce(service.name(), PROVISIONING_FULL);
            return Launched.PROVISIONING_FULL;
        } else {
            started.add(join(service, starter.waiting(order, provider, verdict)));
        }
        return Launched.NOTHING;
    }

    private TaskId join(Service service, Task task) {
        desk.join(service.name(), task.id());
        return task.id();
    }

    private TaskStarter.Order order(Service service, Side side) {
        return order(desk.state(), service, side.deployment());
    }

    /// What a service asks for when it starts a task of its newest deployment.
    static TaskStarter.Order order(EngineState state, Service service) {
        return order(state, service, service.deployments().getFirst().id());
    }

    private static TaskStarter.Order order(EngineState state, Service service, String deployment) {
        var revision = state.revision(deployment);
        return new TaskStarter.Order(
                service.name().cluster(),
                state.taskDefinition(revision.taskDefinition()),
                service.group(),
                deployment,
                revision.network(),
                TaskOverride.NONE,
                service.scheduling().placement());
    }

    private List<String> split(Service service, Side side, int count) {
        var running = new TreeMap<String, Integer>();
        for (var id : desk.memory(service.name()).members()) {
            var task = desk.task(id);
            if (task.startedBy().equals(side.deployment()) && !desk.state().mustMove(task)) {
                running.merge(task.place().capacityProvider(), 1, Integer::sum);
            }
        }
        var strategy = service.capacityProviderStrategy();
        var placed = StrategyMaths.place(strategy, running, count);
        explainSplit(desk, Ref.service(service.name()), strategy, running, placed);
        return placed;
    }

    static void explainSplit(
            Desk desk,
            Ref about,
            List<CapacityProviderStrategyItem> strategy,
            Map<String, Integer> running,
            List<String> placed) {
        var candidates = new ArrayList<Candidate>();
        for (var item : strategy) {
            var name = item.capacityProvider();
            var gets = Collections.frequency(placed, name);
            candidates.add(
                    new Candidate(
                            name,
                            gets > 0,
                            Phrase.of(
                                    "capacity.share",
                                    "base",
                                    item.base(),
                                    "weight",
                                    item.weight(),
                                    "running",
                                    running.getOrDefault(name, 0),
                                    "count",
                                    gets)));
        }
        desk.journal()
                .decide(
                        about,
                        Kind.CAPACITY,
                        List.of(Fact.of("tasks", placed.size())),
                        candidates,
                        "",
                        Phrase.of("capacity.split", "count", placed.size()));
    }

    /// @param tasks how many of them ask the same
    void sayNoRoom(Service service, Verdict verdict, int tasks) {
        var closest = verdict.closest();
        var words =
                closest.isEmpty()
                        ? UNABLE + " Reason: No Container Instances were found in your cluster."
                        : UNABLE
                                + " The closest matching (container-instance "
                                + closest.get().instance().id()
                                + ") "
                                + closest.get().reason().said();
        if (says.sayOnce(service.name(), words + MORE)) {
            var reason = closest.map(one -> one.reason().word()).orElse("EMPTY");
            says.act(service.name(), "ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", reason);
            starter.explain(Ref.service(service.name()), verdict, tasks);
        }
    }

    private void sayNoCapacity(Service service) {
        if (says.sayOnce(service.name(), NO_CAPACITY)) {
            says.act(service.name(), "ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", "RESOURCE:FARGATE");
        }
    }
}
