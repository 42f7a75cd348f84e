package ecslab.simulator;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long it takes to play [ManyTasks]: the same as `ecslab bench engine`, by JMH.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
public class ManyTasksBenchmark {

    /// How many tasks are played.
    @State(Scope.Benchmark)
    public static class Size {

        @Param({"10", "100", "1000", "10000"})
        public int tasks;
    }

    @Benchmark
    public ManyTasks.Played play(Size size) {
        return ManyTasks.play(size.tasks);
    }

    /// A fixed loop beside it, so that figures of two machines compare.
    @Benchmark
    public long calibration() {
        var state = 0L;
        for (var step = 0L; step < 40_000_000L; step++) {
            state += 0x9E3779B97F4A7C15L;
            var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            state ^= mixed ^ (mixed >>> 31);
        }
        return state;
    }
}
