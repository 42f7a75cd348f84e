package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.state.TaskNames;
import ecslab.ecs.time.SimInstant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one must remember of earlier events to tell the next one well: how each task is called, and
/// how it was before.
public final class EventMemory {

    private final TaskNames names = TaskNames.after(List.of());
    private final Map<TaskId, Told> tasks = new LinkedHashMap<>();
    private final InstanceMemory instances = new InstanceMemory();
    private final CodeDeployMemory codeDeploy = new CodeDeployMemory();
    private final Map<String, TaskId> byName = new LinkedHashMap<>();

    /// Remembers nothing yet.
    public EventMemory() {}

    private static final class Told {

        private final String name;
        private final Map<TaskStatus, SimInstant> reached = new EnumMap<>(TaskStatus.class);
        private Task latest;

        private Told(String name, Task latest) {
            this.name = name;
            this.latest = latest;
        }
    }

    /// Hears the next event. All must be heard, in order.
    ///
    /// @return what is new about the task that it tells of
    public TaskStep hear(Event event) {
        if (event instanceof Event.TaskStateChange(var at, var task)) {
            return hear(at, task);
        }
        codeDeploy.hear(event);
        if (event instanceof Event.InstanceChange(_, var instance)) {
            instances.hear(instance);
        }
        return event instanceof Event.ContainerInstanceChange(_, var instance)
                        && instances.hear(instance)
                ? new TaskStep.InstanceMoved()
                : new TaskStep.Nothing();
    }

    /// `GROUP#n`, of an EC2 instance's id or a container instance's.
    public String nameOfInstance(String id) {
        return instances.nameOf(id);
    }

    /// What is known of CodeDeploy's deployments.
    CodeDeployMemory codeDeploy() {
        return codeDeploy;
    }

    private TaskStep hear(SimInstant at, Task task) {
        var told = tasks.get(task.id());
        if (told == null) {
            var first = new Told(names.next(task), task);
            tasks.put(task.id(), first);
            byName.put(first.name, task.id());
            first.reached.put(task.lastStatus(), at);
            return new TaskStep.Appeared();
        }
        var step = TaskStep.between(told.latest, task);
        told.latest = task;
        told.reached.putIfAbsent(task.lastStatus(), at);
        return step;
    }

    /// `SERVICE#n`; the id's first digits for a task that nobody has heard of.
    public String nameOf(TaskId id) {
        var told = tasks.get(id);
        return told == null ? id.abbreviated() : told.name;
    }

    /// The task as it was last heard of.
    public Optional<Task> latest(TaskId id) {
        return Optional.ofNullable(tasks.get(id)).map(told -> told.latest);
    }

    /// When a task first was in a state.
    public Optional<SimInstant> reached(TaskId id, TaskStatus status) {
        return Optional.ofNullable(tasks.get(id)).map(told -> told.reached.get(status));
    }

    /// The EC2 instance that a command means by its name, its id, or the container instance's.
    public Optional<String> instanceMeantBy(String written) {
        return instances.meantBy(written);
    }

    /// The task that a command means by an id, an ARN or `${task/NAME}`.
    public Optional<TaskId> taskMeantBy(String written) {
        var last = written.substring(written.lastIndexOf('/') + 1);
        if (last.endsWith("}")) {
            return Optional.ofNullable(byName.get(last.substring(0, last.length() - 1)));
        }
        return Optional.of(new TaskId(last)).filter(tasks::containsKey);
    }
}
