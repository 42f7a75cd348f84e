package ecslab.simulator.check;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.ContainerDependency;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Containers start in the order of their dependencies, an essential one takes its task with it,
/// health adds up, and a stopped task is known for an hour (behaviour reference §2.5, §3.1, §3.6).
final class ContainersRules implements Checker.Rule {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Seen seen;
    private final List<String> broken;
    private final Map<TaskId, SimInstant> deleted = new LinkedHashMap<>();

    ContainersRules(Seen seen, List<String> broken) {
        this.seen = seen;
        this.broken = broken;
    }

    @Override
    public void before(Event event) {
        switch (event) {
            case Event.TaskStateChange(var at, var task) -> judge(at, task);
            case Event.TaskDeleted(var at, var id) -> judgeDeleted(at, id);
            default -> {}
        }
    }

    private void judge(SimInstant at, Task task) {
        expect(!deleted.containsKey(task.id()), at, task, "is reported after it was deleted");
        for (var container : task.containers()) {
            var oom = container.reason().startsWith("OutOfMemoryError");
            var killed = container.exit().equals(new Exit.Code(Exit.KILLED));
            expect(!oom || killed, at, task, container.name() + " is out of memory, but not 137");
        }
        var waits =
                task.containers().stream().anyMatch(c -> c.lastStatus() == ContainerStatus.PENDING);
        expect(
                task.lastStatus() != TaskStatus.RUNNING || !waits,
                at,
                task,
                "runs without all its containers");
        definition(task).ifPresent(definition -> judge(at, task, definition));
    }

    private void judge(SimInstant at, Task task, TaskDefinition definition) {
        for (var container : definition.containerDefinitions()) {
            var now = container(task, container.name());
            var before = seen.task(task.id()).map(earlier -> container(earlier, container.name()));
            var starts =
                    now.lastStatus() == ContainerStatus.RUNNING
                            && before.filter(c -> c.lastStatus() == ContainerStatus.PENDING)
                                    .isPresent();
            for (var dependency : container.settings().dependsOn()) {
                expect(
                        !starts || holds(dependency, container(task, dependency.containerName())),
                        at,
                        task,
                        now.name() + " starts before " + dependency);
            }
        }
        expect(
                task.isLeaving() || task.healthStatus() == health(task, definition),
                at,
                task,
                "is " + task.healthStatus() + ", but should be " + health(task, definition));
    }

    private static boolean holds(ContainerDependency dependency, Container other) {
        var hasEnded = !other.exit().equals(Exit.NONE);
        return switch (dependency.condition()) {
            case START -> other.lastStatus() == ContainerStatus.RUNNING || hasEnded;
            case COMPLETE -> hasEnded;
            case SUCCESS -> other.exit().equals(new Exit.Code(0));
            // It was HEALTHY when the start began, which takes its time.
            case HEALTHY -> other.lastStatus() == ContainerStatus.RUNNING || hasEnded;
        };
    }

    private static HealthStatus health(Task task, TaskDefinition definition) {
        var checked =
                definition.containerDefinitions().stream()
                        .filter(ContainerDefinition::essential)
                        .filter(c ->
                                c.settings().healthCheck() instanceof ContainerHealthCheck.Check)
                        .map(c -> container(task, c.name()).healthStatus())
                        .toList();
        if (checked.contains(HealthStatus.UNHEALTHY)) {
            return HealthStatus.UNHEALTHY;
        }
        return checked.isEmpty() || checked.contains(HealthStatus.UNKNOWN)
                ? HealthStatus.UNKNOWN
                : HealthStatus.HEALTHY;
    }

    private void judgeDeleted(SimInstant at, TaskId id) {
        var task = seen.task(id);
        var stoppedAt = task.flatMap(one -> one.time(TaskMoment.STOPPED_AT));
        var inTime = stoppedAt.filter(time -> at.since(time).equals(KEPT)).isPresent();
        if (!inTime) {
            broken.add(at + " task " + id.abbreviated() + " is deleted, stopped at " + stoppedAt);
        }
        deleted.put(id, at);
    }

    @Override
    public void settled(SimInstant at) {
        for (var task : seen.tasks.values()) {
            var gone =
                    task.containers().stream()
                            .anyMatch(c ->
                                    c.essential() && c.lastStatus() == ContainerStatus.STOPPED);
            expect(!gone || task.isLeaving(), at, task, "goes on without an essential container");
        }
    }

    private Optional<TaskDefinition> definition(Task task) {
        return Optional.ofNullable(seen.definitions.get(task.taskDefinition()));
    }

    private static Container container(Task task, String name) {
        return task.containers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void expect(boolean holds, SimInstant at, Task task, String otherwise) {
        if (!holds) {
            broken.add(at + " task " + task.id().abbreviated() + " " + otherwise);
        }
    }
}
