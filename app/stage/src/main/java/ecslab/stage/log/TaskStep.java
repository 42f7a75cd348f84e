package ecslab.stage.log;

import ecslab.ecs.model.Container;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;

/// What is new in a task since it was last heard of. Only the most telling news counts.
public sealed interface TaskStep {

    /// The event isn't a task's, or tells nothing that a reader would miss.
    record Nothing() implements TaskStep {}

    record Appeared() implements TaskStep {}

    record Moved(TaskStatus from) implements TaskStep {}

    record ToldToStop(Stop.Asked why) implements TaskStep {}

    record Attached(NetworkInterface networkInterface) implements TaskStep {}

    record ContainerMoved(Container container) implements TaskStep {}

    /// The moment of a step was noted.
    ///
    /// @param field as DescribeTasks names it, such as `pullStartedAt`
    record Stamped(String field) implements TaskStep {}

    /// A container's health status is another.
    record ContainerFelt(Container container) implements TaskStep {}

    /// The event is a container instance's, and not only the tasks on it have changed.
    record InstanceMoved() implements TaskStep {}

    /// Compares a task with what it was.
    static TaskStep between(Task before, Task after) {
        if (before.lastStatus() != after.lastStatus()) {
            return new Moved(before.lastStatus());
        }
        if (!before.isLeaving() && after.stop() instanceof Stop.Asked asked) {
            return new ToldToStop(asked);
        }
        if (before.networkInterfaces().size() < after.networkInterfaces().size()) {
            return new Attached(after.networkInterfaces().getLast());
        }
        for (var index = 0; index < after.containers().size(); index++) {
            var container = after.containers().get(index);
            if (index >= before.containers().size()
                    || before.containers().get(index).lastStatus() != container.lastStatus()) {
                return new ContainerMoved(container);
            }
        }
        return felt(before, after);
    }

    private static TaskStep felt(Task before, Task after) {
        for (var index = 0; index < after.containers().size(); index++) {
            var container = after.containers().get(index);
            if (before.containers().get(index).healthStatus() != container.healthStatus()) {
                return new ContainerFelt(container);
            }
        }
        for (var moment : TaskMoment.values()) {
            if (before.time(moment).isEmpty() && after.time(moment).isPresent()) {
                return new Stamped(moment.field());
            }
        }
        return new Nothing();
    }
}
