package ecslab.desktop.command;

import ecslab.desktop.Version;
import ecslab.simulator.ManyTasks;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how fast a part is, and prints beside it how fast this machine is at a fixed loop, so
/// that figures of two machines compare.
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        version = "ECS Lab " + Version.NOW,
        description = "Measure how fast the engine is.",
        footer = {
            "",
            "10 to 100,000 tasks are binpacked onto container instances, ten to each, live",
            "for 60 simulated seconds and stop. Measured are the engine and the simulated"
                    + " machines;",
            "all events and decisions are made and counted, none is written. The first line of the",
            "table is the cold run in a new JVM, the others come after it has warmed up.",
            "A cluster has at most 5,000 container instances, so that 100,000 tasks are in two.",
            "A service has at most 5,000 tasks, so that 10,000 are two; and a lab's network has",
            "addresses for 1,500 tasks on Fargate.",
            "calibration: 40 million steps of SplitMix64, the same on every machine."
        })
public final class BenchEngine implements Callable<Integer> {

    private static final int COLD = 10_000;
    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 10_000, 100_000);
    private static final int WARM_UP_RUNS = 6;
    private static final int RUNS = 5;
    private static final int RUNS_OF_THE_LARGEST = 2;
    private static final long STEPS = 40_000_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description = "Measure only so many tasks; left out, all sizes.")
    private int tasks;

    @Option(
            names = "--case",
            paramLabel = "placement|services|traffic",
            description =
                    "What is measured: placement if left out; services that start 10 to 10,000"
                            + " tasks, are steady and scale in to none; or 1,000 tasks under 5,000"
                            + " requests a second for 10 simulated minutes.")
    private String what = "placement";

    private final Terminal terminal;

    public BenchEngine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        switch (what) {
            case "placement" -> placement();
            case "services" -> services();
            case "traffic" -> new BenchTraffic(terminal).engine();
            default ->
                    throw BadUse.of(
                            "--case",
                            "there is no case " + what,
                            "Write --case placement, --case services or --case traffic.");
        }
        line(String.format(Locale.ROOT, "calibration: %.1f ms", calibrate() / NANOS_PER_MILLI));
        return Exit.DONE;
    }

    private void services() {
        checkTasks();
        new BenchServices(terminal).engine(tasks);
    }

    private void checkTasks() {
        if (tasks < 0) {
            throw BadUse.of("--tasks", "must be 1 or more", "Write --tasks 10000.");
        }
    }

    private void placement() {
        checkTasks();
        line(
                "    tasks  instances  clusters   placed    events  decisions   time ms  µs a task"
                        + "   CPU ms");
        measure(tasks > 0 ? tasks : COLD, 1, "cold");
        for (var run = 0; run < WARM_UP_RUNS; run++) {
            ManyTasks.play(COLD);
        }
        for (var size : tasks > 0 ? List.of(tasks) : SIZES) {
            measure(size, size > COLD ? RUNS_OF_THE_LARGEST : RUNS, "warm, median");
        }
    }

    private void measure(int size, int runs, String how) {
        var times = new long[runs];
        var cpu = new long[runs];
        var played = ManyTasks.NOTHING;
        for (var run = 0; run < runs; run++) {
            var beganCpu = cpuNanos();
            var began = System.nanoTime();
            played = ManyTasks.play(size);
            times[run] = System.nanoTime() - began;
            cpu[run] = cpuNanos() - beganCpu;
        }
        Arrays.sort(times);
        Arrays.sort(cpu);
        line(
                String.format(
                        Locale.ROOT,
                        "%9d %10d %9d %8d %9d %10d %9.1f %10.2f %8.1f  %s",
                        played.tasks(),
                        played.instances(),
                        played.clusters(),
                        played.stopped(),
                        played.events(),
                        played.decisions(),
                        times[runs / 2] / NANOS_PER_MILLI,
                        times[runs / 2] / NANOS_PER_MICRO / size,
                        cpu[runs / 2] / NANOS_PER_MILLI,
                        how));
    }

    private static long calibrate() {
        var times = new ArrayList<Long>();
        var kept = 0L;
        for (var run = 0; run < RUNS; run++) {
            var began = System.nanoTime();
            kept ^= steps();
            times.add(System.nanoTime() - began);
        }
        times.sort(null);
        return kept == 0 ? 0 : times.get(RUNS / 2);
    }

    private static long steps() {
        var state = 0L;
        for (var step = 0L; step < STEPS; step++) {
            state += 0x9E3779B97F4A7C15L;
            var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            state ^= mixed ^ (mixed >>> 31);
        }
        return state;
    }

    /// Of this thread: other programs on the machine don't count in it.
    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void line(String text) {
        terminal.out().line(text);
    }
}
