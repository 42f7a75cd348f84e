package ecslab.stage.log;

import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskMoment;
import ecslab.ecs.model.TaskStatus;

/// What a task's state means. The text with this key says it.
public final class StatusGloss {

    private StatusGloss() {}

    /// A container that never started hears no signal.
    public static String keyFor(Task task) {
        var isNobodyThere =
                task.lastStatus() == TaskStatus.STOPPING
                        && task.time(TaskMoment.STARTED_AT).isEmpty();
        return isNobodyThere ? "gloss.stoppingUnstarted" : "gloss.status." + task.lastStatus();
    }
}
