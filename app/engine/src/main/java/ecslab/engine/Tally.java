package ecslab.engine;

import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import org.jspecify.annotations.Nullable;

/// How many tasks run and how many are on their way, of a cluster or of a deployment. It is kept up
/// with every change of a task, so that nobody has to count.
final class Tally {

    private int running;
    private int pending;

    /// Tasks that nobody asked to stop.
    private int staying;

    Tally copy() {
        var copy = new Tally();
        copy.add(this);
        return copy;
    }

    void add(Tally other) {
        running += other.running;
        pending += other.pending;
        staying += other.staying;
    }

    void change(@Nullable Task before, @Nullable Task after) {
        if (before != null) {
            count(before, -1);
        }
        if (after != null) {
            count(after, 1);
        }
    }

    private void count(Task task, int by) {
        running += task.lastStatus() == TaskStatus.RUNNING ? by : 0;
        if (!task.isLeaving()) {
            staying += by;
            pending += task.lastStatus().isBeforeRunning() ? by : 0;
        }
    }

    int running() {
        return running;
    }

    int pending() {
        return pending;
    }

    int staying() {
        return staying;
    }
}
