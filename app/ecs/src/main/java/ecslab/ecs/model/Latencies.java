package ecslab.ecs.model;

import java.time.Duration;
import java.util.Arrays;

/// How long requests took, counted in steps of about a twelfth: eight steps double the time, from a
/// millisecond up.
public final class Latencies {

    public static final Latencies NONE = new Latencies(new long[0]);

    private static final int STEPS_TO_DOUBLE = 8;
    private static final int BUCKETS = 8 * 18;
    private static final int COUNT_BITS = 40;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    /// By bucket: the longest time that belongs to it, in microseconds.
    private static final long[] BOUNDS = bounds();

    /// Bucket and count of each bucket that isn't empty, in order.
    private final long[] cells;

    private Latencies(long[] cells) {
        this.cells = cells;
    }

    private static long[] bounds() {
        var bounds = new long[BUCKETS];
        for (var i = 0; i < BUCKETS; i++) {
            bounds[i] = Math.round(1_000 * StrictMath.pow(2, (double) i / STEPS_TO_DOUBLE));
        }
        return bounds;
    }

    /// Where a time belongs.
    public static int bucket(long micros) {
        var found = Arrays.binarySearch(BOUNDS, micros);
        return Math.min(BUCKETS - 1, found < 0 ? -found - 1 : found);
    }

    /// One request.
    public static Latencies of(Duration took) {
        return new Latencies(new long[] {cell(bucket(took.toNanos() / 1_000), 1)});
    }

    /// Requests that were counted.
    ///
    /// @param counts by bucket
    public static Latencies of(int[] counts) {
        var used = 0;
        for (var count : counts) {
            used += count > 0 ? 1 : 0;
        }
        var cells = new long[used];
        var next = 0;
        for (var bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                cells[next++] = cell(bucket, counts[bucket]);
            }
        }
        return new Latencies(cells);
    }

    private static long cell(int bucket, long count) {
        return (long) bucket << COUNT_BITS | count;
    }

    /// A count of 0 for each bucket.
    public static int[] empty() {
        return new int[BUCKETS];
    }

    /// Adds these to counts by bucket.
    public void addTo(int[] counts) {
        for (var cell : cells) {
            counts[(int) (cell >>> COUNT_BITS)] += (int) (cell & COUNT_MASK);
        }
    }

    public long count() {
        var count = 0L;
        for (var cell : cells) {
            count += cell & COUNT_MASK;
        }
        return count;
    }

    /// The time within which so many of a hundred were answered; zero if there were none.
    public Duration percentile(double percent) {
        var wanted = StrictMath.ceil(count() * percent / 100);
        var seen = 0L;
        for (var cell : cells) {
            seen += cell & COUNT_MASK;
            if (seen >= wanted) {
                return Duration.ofNanos(BOUNDS[(int) (cell >>> COUNT_BITS)] * 1_000);
            }
        }
        return Duration.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    /// `40ms×3 80ms×1`, with the longest time of each step.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var cell : cells) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(BOUNDS[(int) (cell >>> COUNT_BITS)] / 1_000)
                    .append("ms×")
                    .append(cell & COUNT_MASK);
        }
        return text.toString();
    }
}
