package ecslab.desktop.command;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import ecslab.simulator.SimulatedRun;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Locale;

/// Measures traffic: a service of many tasks under many requests a second, and how long it takes to
/// look at any moment of the run.
final class BenchTraffic {

    private static final int TASKS = 1_000;
    private static final int PER_SECOND = 5_000;
    private static final int SEEKS = 200;
    private static final long STEP = 7_919;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MIB = 1 << 20;

    private final Terminal terminal;

    BenchTraffic(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Plays the run and prints what it took.
    void engine() {
        line("tasks  requests/s   seconds  CPU s  requests       events  entries/CPU s  heap MiB");
        play(TASKS / 10, PER_SECOND / 10, "1m");
        play(TASKS, PER_SECOND, "10m");
        line(
                String.format(
                        Locale.ROOT,
                        "bytes a task: %d, with its events, checkpoints and target",
                        bytesPerTask()));
    }

    /// What one more task costs in a run with hardly any requests.
    private static long bytesPerTask() {
        return (bytes(TASKS * 2) - bytes(TASKS)) / TASKS;
    }

    private static long bytes(int tasks) {
        var before = heap();
        var run = SimulatedRun.start(ManyRequests.scenario(tasks, 1, "1m"));
        try {
            run.seek(run.header().until());
            return heap() - before;
        } finally {
            Reference.reachabilityFence(run);
        }
    }

    private SimulatedRun play(int tasks, int perSecond, String until) {
        var before = heap();
        var cpuBegan = BenchEngine.cpuNanos();
        var began = System.nanoTime();
        var run = SimulatedRun.start(ManyRequests.scenario(tasks, perSecond, until));
        run.seek(run.header().until());
        var nanos = System.nanoTime() - began;
        var cpu = BenchEngine.cpuNanos() - cpuBegan;
        var heap = heap() - before;
        var requests = run.snapshot().requests();
        line(
                String.format(
                        Locale.ROOT,
                        "%5d %11d %9.2f %6.2f %9d %12d %14.0f %9.0f",
                        tasks,
                        perSecond,
                        nanos / NANOS_PER_SECOND,
                        cpu / NANOS_PER_SECOND,
                        requests.sent(),
                        run.events().size(),
                        run.executed() / (cpu / NANOS_PER_SECOND),
                        heap / BYTES_PER_MIB));
        return run;
    }

    /// Seeks to random moments, and prints how long it took. On a busy computer the longest is long
    /// because others had the processor: then its CPU time is short.
    void seeks() {
        line(
                "events    rows in windows   median ms  95 % ms  99 % ms  longest ms  GC pauses"
                        + "  longest CPU ms");
        seeks(play(TASKS / 20, PER_SECOND / 100, "45m"));
        seeks(play(TASKS, PER_SECOND, "10m"));
    }

    private void seeks(SimulatedRun run) {
        run.snapshot();
        var end = run.header().until().micros();
        var times = new long[SEEKS];
        var cpu = new long[SEEKS];
        var pauses = 0L;
        for (var i = 0; i < 2 * SEEKS; i++) {
            if (i == SEEKS) {
                pauses = collections();
            }
            var at = new SimInstant(i * STEP * 1_000_003L % end);
            var cpuBegan = BenchEngine.cpuNanos();
            var began = System.nanoTime();
            run.seek(at);
            var state = run.snapshot();
            times[i % SEEKS] = System.nanoTime() - began;
            cpu[i % SEEKS] = BenchEngine.cpuNanos() - cpuBegan;
            if (state.at().isAfter(at)) {
                throw new IllegalStateException("sought " + at + ", found " + state.at());
            }
        }
        pauses = collections() - pauses;
        Arrays.sort(cpu);
        Arrays.sort(times);
        var rows =
                run.events().stream()
                        .mapToLong(event ->
                                event instanceof Event.RequestWindow window
                                        ? window.rows().size()
                                        : 0)
                        .sum();
        line(
                String.format(
                        Locale.ROOT,
                        "%6d %18d %11.2f %8.2f %8.2f %11.2f %10d %15.2f",
                        run.events().size(),
                        rows,
                        times[SEEKS / 2] / NANOS_PER_MILLI,
                        times[SEEKS * 95 / 100] / NANOS_PER_MILLI,
                        times[SEEKS * 99 / 100] / NANOS_PER_MILLI,
                        times[SEEKS - 1] / NANOS_PER_MILLI,
                        pauses,
                        cpu[SEEKS - 1] / NANOS_PER_MILLI));
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void line(String text) {
        terminal.out().line(text);
    }
}
