package ecslab.stage.log;

import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;

/// What a task's state means. The text with this key says it.
public final class StatusGloss {

    private StatusGloss() {}

    public static String keyFor(Task task) {
        return task.lastStatus() == TaskStatus.STOPPING && !hearsSignal(task)
                ? "gloss.stoppingNobody"
                : "gloss.status." + task.lastStatus();
    }

    /// Whether anybody is there to get SIGTERM: a container that hasn't started, or has ended,
    /// isn't.
    public static boolean hearsSignal(Task task) {
        return task.containers().stream()
                .anyMatch(container -> container.lastStatus() == ContainerStatus.RUNNING);
    }
}
