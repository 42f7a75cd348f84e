package ecslab.docker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Threads that do what takes its time, so that the owner thread never waits for an engine. What a
/// piece of work throws goes to the owner thread as well.
final class Hands implements AutoCloseable {

    /// More work at once makes an engine no faster.
    private static final int WORKERS = 12;

    private static final int TIMERS = 2;

    private final ScheduledExecutorService workers =
            Executors.newScheduledThreadPool(WORKERS, daemon("docker-hand"));
    private final ScheduledExecutorService stoppers =
            Executors.newScheduledThreadPool(WORKERS * 2, daemon("docker-stop"));
    private final ScheduledExecutorService timers =
            Executors.newScheduledThreadPool(TIMERS, daemon("docker-timer"));
    private final Consumer<RuntimeException> failed;

    Hands(Consumer<RuntimeException> failed) {
        this.failed = failed;
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return Thread.ofPlatform().name(name + "-", 0).daemon().factory();
    }

    void work(Runnable what) {
        run(workers, Duration.ZERO, what);
    }

    /// For what waits: stopping a container takes as long as its `stopTimeout`.
    void wait(Runnable what) {
        run(stoppers, Duration.ZERO, what);
    }

    void later(Duration wait, Runnable what) {
        run(timers, wait, what);
    }

    private void run(ScheduledExecutorService who, Duration wait, Runnable what) {
        try {
            var _ = who.schedule(guarded(what), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            // The cluster is being closed: nobody waits for this any more.
        }
    }

    /// Again and again, `every` after the time before.
    void repeat(Duration every, Runnable what) {
        var _ =
                timers.scheduleWithFixedDelay(
                        guarded(what), every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Runnable guarded(Runnable what) {
        return () -> {
            try {
                what.run();
            } catch (RuntimeException failure) {
                failed.accept(failure);
            }
        };
    }

    @Override
    public void close() {
        timers.shutdownNow();
        stoppers.shutdownNow();
        workers.shutdownNow();
    }
}
