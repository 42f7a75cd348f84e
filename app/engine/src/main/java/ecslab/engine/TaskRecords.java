package ecslab.engine;

import ecslab.ecs.event.Event.TaskStateChange;
import ecslab.ecs.model.Container;
import ecslab.ecs.model.ContainerSettings;
import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Task;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/// Keeps the tasks' records: every change is a new version, and every version is an event.
final class TaskRecords {

    private final Desk desk;

    TaskRecords(Desk desk) {
        this.desk = desk;
    }

    Task put(Task changed) {
        var next = changed.withVersion(changed.version() + 1);
        desk.state().put(next);
        if (next.isStopped() && next.place().isOnInstance()) {
            desk.counts().freed(next.cluster());
        }
        desk.journal().report(new TaskStateChange(desk.now(), next));
        desk.counts().changed(next);
        return next;
    }

    static Task change(Task task, String container, UnaryOperator<Container> how) {
        var next = new ArrayList<Container>();
        for (var each : task.containers()) {
            next.add(each.name().equals(container) ? how.apply(each) : each);
        }
        return task.withContainers(java.util.List.copyOf(next));
    }

    static Container container(Task task, String name) {
        for (var container : task.containers()) {
            if (container.name().equals(name)) {
                return container;
            }
        }
        throw new IllegalArgumentException("the task has no container " + name);
    }

    /// What the task's revision says of a container.
    static ContainerSettings settings(Desk desk, Task task, String container) {
        return desk.taskDefinition(task.taskDefinition()).container(container).settings();
    }

    static boolean allStopped(Task task) {
        for (var container : task.containers()) {
            if (container.lastStatus() != ContainerStatus.STOPPED) {
                return false;
            }
        }
        return true;
    }

    static boolean anyIs(Task task, ContainerStatus status) {
        for (var container : task.containers()) {
            if (container.lastStatus() == status) {
                return true;
            }
        }
        return false;
    }
}
