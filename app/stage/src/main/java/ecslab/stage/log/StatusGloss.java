package ecslab.stage.log;

import ecslab.ecs.model.ContainerStatus;
import ecslab.ecs.model.LaunchType;
import ecslab.ecs.model.Stop;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;

/// What a task's state means. The text with this key says it.
public final class StatusGloss {

    private StatusGloss() {}

    public static String keyFor(Task task) {
        if (task.lastStatus() == TaskStatus.PROVISIONING && waitsForCapacity(task)) {
            return "gloss.waitsForCapacity";
        }
        if (task.lastStatus() == TaskStatus.STOPPING && !hearsSignal(task)) {
            return task.stop().equals(Stop.ORPHANED)
                    ? "gloss.stoppingOrphaned"
                    : "gloss.stoppingNobody";
        }
        return "gloss.status." + task.lastStatus();
    }

    /// Without a capacity provider, a task on EC2 that has no room is refused at once.
    private static boolean waitsForCapacity(Task task) {
        return task.launchType() == LaunchType.EC2 && !task.place().isOnInstance();
    }

    /// Whether anybody is there to get SIGTERM: a container that hasn't started, or has ended,
    /// isn't.
    public static boolean hearsSignal(Task task) {
        return task.containers().stream()
                .anyMatch(container -> container.lastStatus() == ContainerStatus.RUNNING);
    }
}
