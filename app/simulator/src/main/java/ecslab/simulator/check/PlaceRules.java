package ecslab.simulator.check;

import ecslab.ecs.command.PlacementInput.ConstraintInput;
import ecslab.ecs.command.PlacementInput.StrategyInput;
import ecslab.ecs.command.TaskCommand.RunTask;
import ecslab.ecs.command.TaskCommand.StartTask;
import ecslab.ecs.event.Event;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.NetworkMode;
import ecslab.ecs.model.PlacementConstraint;
import ecslab.ecs.model.PlacementStrategy;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.query.ClusterQuery;
import ecslab.ecs.query.Member;
import ecslab.ecs.query.QueryProblem;
import ecslab.ecs.time.SimInstant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// At the moment at which a task is placed its constraints hold, and nobody who may have it is
/// better by its strategies: found out by looking at everybody (behaviour reference §5.1 to §5.3).
final class PlaceRules implements Checker.Rule {

    private final Seen seen;
    private final List<String> broken;
    private final Map<String, ContainerInstance> instances = new LinkedHashMap<>();
    private final Map<TaskId, Wishes> wishes = new LinkedHashMap<>();
    private Wishes lastCall = Wishes.NONE;

    PlaceRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    /// What was asked for a task.
    private record Wishes(List<PlacementConstraint> constraints, List<PlacementStrategy> strategy) {
        private static final Wishes NONE = new Wishes(List.of(), List.of());
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.ContainerInstanceChange(_, var one) -> instances.put(one.id(), one);
            case Event.ApiCall(_, _, _, RunTask run) -> lastCall = wishes(run);
            case Event.ApiCall(_, _, _, StartTask _) -> lastCall = Wishes.NONE;
            case Event.TaskStateChange(var at, var task) -> hear(at, task);
            default -> {}
        }
    }

    private static Wishes wishes(RunTask run) {
        var constraints =
                run.placement().placementConstraints().orElse(List.of()).stream()
                        .map(PlaceRules::constraint)
                        .toList();
        var strategy =
                run.placement().placementStrategy().orElse(List.of()).stream()
                        .map(PlaceRules::strategy)
                        .toList();
        return new Wishes(
                constraints, strategy.isEmpty() ? List.of(PlacementStrategy.random()) : strategy);
    }

    private static PlacementConstraint constraint(ConstraintInput given) {
        return given.type().orElse("").equals("memberOf")
                ? PlacementConstraint.memberOf(given.expression().orElse(""))
                : PlacementConstraint.distinctInstance();
    }

    private static PlacementStrategy strategy(StrategyInput given) {
        return switch (given.type().orElse("")) {
            case "spread" -> PlacementStrategy.spread(given.field().orElse(""));
            case "binpack" -> PlacementStrategy.binpack(given.field().orElse(""));
            default -> PlacementStrategy.random();
        };
    }

    private void hear(SimInstant at, Task task) {
        if (seen.task(task.id()).isEmpty() && task.service().isEmpty()) {
            wishes.put(task.id(), lastCall);
        }
        var isNew = seen.task(task.id()).filter(one -> one.place().isOnInstance()).isEmpty();
        if (isNew && task.place().isOnInstance()) {
            judge(at, task);
        }
    }

    private void judge(SimInstant at, Task task) {
        var instance = instances.get(task.place().containerInstance());
        if (instance == null) {
            return;
        }
        var asked = asked(task);
        var all = new ArrayList<>(asked.constraints());
        var definition = seen.definitions.get(task.taskDefinition());
        if (definition != null) {
            all.addAll(definition.placementConstraints());
        }
        for (var constraint : all) {
            if (!holds(constraint, task, instance)) {
                broken.add(
                        at
                                + " task "
                                + task.id().abbreviated()
                                + " breaks "
                                + constraint.type().printed()
                                + " "
                                + constraint.expression());
            }
        }
        if (definition != null && definition.networkMode() != NetworkMode.AWSVPC) {
            judgeStrategies(at, task, instance, new Wishes(all, asked.strategy()));
        }
    }

    private Wishes asked(Task task) {
        if (task.service().isEmpty()) {
            return wishes.getOrDefault(task.id(), Wishes.NONE);
        }
        var service = seen.services.get(new ServiceName(task.cluster(), task.service().get()));
        if (service == null || service.scheduling().isDaemon()) {
            return Wishes.NONE;
        }
        var placement = service.scheduling().placement();
        return new Wishes(
                placement.constraints(),
                placement.strategy().isEmpty()
                        ? List.of(
                                PlacementStrategy.spread(PlacementStrategy.ZONE),
                                PlacementStrategy.spread(PlacementStrategy.INSTANCE_ID))
                        : placement.strategy());
    }

    private boolean holds(PlacementConstraint constraint, Task task, ContainerInstance instance) {
        return switch (constraint.type()) {
            case DISTINCT_INSTANCE -> countOn(instance, task) == 0;
            case MEMBER_OF -> matches(constraint.expression(), instance);
        };
    }

    /// The calendar isn't known here.
    private boolean matches(String expression, ContainerInstance instance) {
        try {
            var groups = staying(instance).stream().map(Task::group).distinct().toList();
            return expression.contains("registeredAt")
                    || ClusterQuery.parse(expression)
                            .matches(new Member(instance, groups, Instant.EPOCH));
        } catch (QueryProblem unreadable) {
            return false;
        }
    }

    private List<Task> staying(ContainerInstance instance) {
        return seen.tasks.values().stream()
                .filter(one -> one.place().containerInstance().equals(instance.id()))
                .filter(one -> !one.isLeaving())
                .toList();
    }

    private int countOn(ContainerInstance instance, Task task) {
        return (int)
                staying(instance).stream().filter(one -> one.group().equals(task.group())).count();
    }

    /// Daemons keep room free that only the engine knows of.
    private void judgeStrategies(SimInstant at, Task task, ContainerInstance chosen, Wishes asked) {
        if (seen.services.values().stream()
                .filter(one -> one.name().cluster().equals(task.cluster()))
                .anyMatch(one -> one.scheduling().isDaemon())) {
            return;
        }
        var left = new ArrayList<ContainerInstance>();
        for (var one : instances.values()) {
            if (Room.fits(seen, task, one)
                    && asked.constraints().stream().allMatch(rule -> holds(rule, task, one))) {
                left.add(one);
            }
        }
        for (var strategy : asked.strategy()) {
            if (strategy.type() == PlacementStrategy.Type.RANDOM) {
                break;
            }
            var best = left.stream().mapToInt(one -> worth(strategy, task, one)).min().orElse(0);
            left.removeIf(one -> worth(strategy, task, one) > best);
            if (left.stream().noneMatch(one -> one.id().equals(chosen.id()))) {
                broken.add(
                        at
                                + " task "
                                + task.id().abbreviated()
                                + " isn't where "
                                + strategy
                                + " would have it");
                return;
            }
        }
    }

    /// The lower, the better.
    private int worth(PlacementStrategy strategy, Task task, ContainerInstance instance) {
        return switch (strategy.type()) {
            case BINPACK ->
                    strategy.field().equals("cpu")
                            ? Room.left(seen, instance, Task::cpuUnits)
                                    + instance.registered().cpuUnits()
                            : Room.left(seen, instance, Task::memoryMib)
                                    + instance.registered().memoryMib();
            case SPREAD -> shared(strategy, task, instance);
            case RANDOM -> 0;
        };
    }

    private int shared(PlacementStrategy strategy, Task task, ContainerInstance instance) {
        if (!strategy.field().startsWith("attribute:")) {
            return countOn(instance, task);
        }
        var name = strategy.field().substring("attribute:".length());
        return instances.values().stream()
                .filter(one -> one.isRegistered() && one.cluster().equals(instance.cluster()))
                .filter(one -> one.attribute(name).equals(instance.attribute(name)))
                .mapToInt(one -> countOn(one, task))
                .sum();
    }

    @Override
    public void settled(SimInstant at) {}
}
