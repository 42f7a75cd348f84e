package ecslab.desktop.live;

import ecslab.docker.LiveRun;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskStatus;
import ecslab.ecs.state.ClusterState;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Brings a live run to where it is to be seen first.
final class Preparation {

    /// How long is waited at most until what was prepared runs.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final LiveRun run;
    private final BooleanSupplier isUnwanted;

    /// @param isUnwanted whether nobody waits any more
    Preparation(LiveRun run, BooleanSupplier isUnwanted) {
        this.run = run;
        this.isUnwanted = isUnwanted;
    }

    /// Does what a plan asks for, and waits until it runs; not longer than the learner would.
    void carryOut(LivePlan plan) {
        plan.prepare().forEach(run::submit);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!isSettled() && System.nanoTime() < until && !isUnwanted.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        run.seek(run.frontier());
    }

    private boolean isSettled() {
        run.seek(run.frontier());
        var commands = run.commands();
        var asked = commands.isEmpty() ? SimInstant.START : commands.getLast().at();
        var state = run.snapshot();
        return run.now().isAfter(asked) && areTasksUp(state) && areTargetsHealthy(state);
    }

    private static boolean areTasksUp(ClusterState state) {
        return state.tasks().values().stream()
                        .filter(task -> !task.isStopped())
                        .allMatch(Preparation::isUp)
                && state.services().values().stream()
                        .allMatch(one -> one.runningCount() == one.desiredCount());
    }

    private static boolean isUp(Task task) {
        return task.lastStatus() == TaskStatus.RUNNING && !task.isLeaving();
    }

    /// Behind a load balancer, a service's tasks are of use once they are healthy.
    private static boolean areTargetsHealthy(ClusterState state) {
        var wanted =
                state.services().values().stream()
                        .filter(one -> !one.loadBalancers().isEmpty())
                        .mapToInt(one -> one.desiredCount())
                        .sum();
        var healthy =
                state.targets().values().stream()
                        .filter(target -> target.state() == TargetState.HEALTHY)
                        .count();
        return healthy >= wanted;
    }
}
