package ecslab.ecs.chance;

/// Chance that can be repeated: a draw is a function of the run's seed, the name of a stream and
/// the number of the draw in that stream.
///
/// Each purpose has a stream of its own (`ids/task`, `placement`, `traffic/web`), so that one more
/// draw for traffic doesn't rename every later task. The mixing function is SplitMix64's (Steele,
/// Lea and Flood, *Fast splittable pseudorandom number generators*, 2014).
public final class Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Chance() {}

    /// The `n`th draw of a stream: 64 evenly distributed bits.
    public static long draw(long seed, String streamName, long n) {
        var start = mix(seed + GOLDEN_GAMMA) ^ hash(streamName);
        return mix(start + GOLDEN_GAMMA * (n + 1));
    }

    /// A draw from 0 to `bound - 1`; the bias is below `bound` in 2^63.
    public static int below(int bound, long draw) {
        return (int) Long.remainderUnsigned(draw >>> 1, bound);
    }

    /// A draw as a fraction from 0 up to, but not including, 1.
    public static double fraction(long draw) {
        return (draw >>> 11) * 0x1.0p-53;
    }

    /// FNV-1a over UTF-16 units: the same on any machine, as `String.hashCode` is, but of 64 bits.
    private static long hash(String text) {
        var hash = FNV_OFFSET;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long bits) {
        var z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
