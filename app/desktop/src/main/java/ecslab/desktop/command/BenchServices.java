package ecslab.desktop.command;

import ecslab.ecs.scenario.Scenario;
import ecslab.simulator.CountedRun;
import java.util.List;
import java.util.Locale;

/// Measures services: each starts all its tasks, is steady, and is scaled in to none.
final class BenchServices {

    private static final List<Integer> SIZES = List.of(10, 100, 1_000, 5_000, 10_000);

    /// Each has an address of its own, and six subnets have no more.
    private static final int FARGATE_MAX = 1_500;

    private static final int WARM_UP_RUNS = 3;
    private static final int WARM_UP_TASKS = 300;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Terminal terminal;

    BenchServices(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @param tasks 0 for all sizes
    void engine(int tasks) {
        line("launch type  tasks  instances   events  decisions  time ms   CPU ms  CPU µs a task");
        for (var run = 0; run < WARM_UP_RUNS; run++) {
            CountedRun.play(ManyReplicas.onInstances(WARM_UP_TASKS));
            CountedRun.play(ManyReplicas.onFargate(WARM_UP_TASKS));
        }
        for (var size : tasks > 0 ? List.of(tasks) : SIZES) {
            var instances = ManyReplicas.instances(size);
            measure("EC2", size, instances, ManyReplicas.onInstances(size));
            if (size <= FARGATE_MAX) {
                measure("FARGATE", size, 0, ManyReplicas.onFargate(size));
            }
        }
    }

    private void measure(String launchType, int tasks, int instances, Scenario scenario) {
        var cpuBegan = BenchEngine.cpuNanos();
        var began = System.nanoTime();
        var played = CountedRun.play(scenario);
        var nanos = System.nanoTime() - began;
        var cpu = BenchEngine.cpuNanos() - cpuBegan;
        if (played.stopped() != tasks || played.steady() != 2L * ManyReplicas.services(tasks)) {
            throw new IllegalStateException("the service didn't do what it was asked: " + played);
        }
        line(
                String.format(
                        Locale.ROOT,
                        "%-11s %6d %10d %8d %10d %8.1f %8.1f %14.2f",
                        launchType,
                        tasks,
                        instances,
                        played.events(),
                        played.decisions(),
                        nanos / NANOS_PER_MILLI,
                        cpu / NANOS_PER_MILLI,
                        cpu / NANOS_PER_MICRO / tasks));
    }

    private void line(String text) {
        terminal.out().line(text);
    }
}
