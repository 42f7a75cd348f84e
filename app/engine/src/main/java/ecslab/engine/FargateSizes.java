package ecslab.engine;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The pairs of CPU and memory that Fargate sells on Linux (Developer Guide, *Task CPU and
/// memory*), and the texts in which the two may be written.
final class FargateSizes {

    private static final int UNITS_PER_VCPU = 1024;
    private static final int MIB_PER_GIB = 1024;
    private static final Pattern CPU =
            Pattern.compile("(\\d*\\.?\\d+)\\s*(vcpu)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEMORY =
            Pattern.compile("(\\d*\\.?\\d+)\\s*(gb)?", Pattern.CASE_INSENSITIVE);

    /// Memory from, to and step in MiB by CPU units. The smallest size isn't a range.
    private static final TreeMap<Integer, Range> SIZES = new TreeMap<>();

    static {
        SIZES.put(256, new Range(512, 2048, 0));
        SIZES.put(512, new Range(1024, 4096, 1024));
        SIZES.put(1024, new Range(2048, 8192, 1024));
        SIZES.put(2048, new Range(4096, 16384, 1024));
        SIZES.put(4096, new Range(8192, 30720, 1024));
        SIZES.put(8192, new Range(16384, 61440, 4096));
        SIZES.put(16384, new Range(32768, 122880, 8192));
    }

    private record Range(int fromMib, int toMib, int stepMib) {

        boolean has(int mib) {
            if (stepMib == 0) {
                return mib == 512 || mib == 1024 || mib == 2048;
            }
            return mib >= fromMib && mib <= toMib && (mib - fromMib) % stepMib == 0;
        }

        String words() {
            return stepMib == 0
                    ? "512, 1024, 2048"
                    : fromMib + " … " + toMib + " (+" + stepMib + ")";
        }
    }

    private FargateSizes() {}

    /// CPU units from `256`, `1 vCPU` or `.5 vcpu`; empty if the text is none of these.
    static Optional<Integer> cpuUnits(String text) {
        return number(CPU, text, UNITS_PER_VCPU);
    }

    /// MiB from `512` or `2GB`; empty if the text is neither.
    static Optional<Integer> memoryMib(String text) {
        return number(MEMORY, text, MIB_PER_GIB);
    }

    static boolean hasCpu(int cpuUnits) {
        return SIZES.containsKey(cpuUnits);
    }

    static boolean has(int cpuUnits, int memoryMib) {
        return hasCpu(cpuUnits) && SIZES.getOrDefault(cpuUnits, NONE).has(memoryMib);
    }

    /// Windows has no smaller and no larger machines.
    static boolean hasWindows(int cpuUnits) {
        return cpuUnits >= UNITS_PER_VCPU && cpuUnits <= 4 * UNITS_PER_VCPU;
    }

    /// The memory sizes that go with a CPU size.
    static String memoryFor(int cpuUnits) {
        return SIZES.getOrDefault(cpuUnits, NONE).words();
    }

    static String cpus() {
        var joined = new StringBuilder();
        for (var cpu : SIZES.keySet()) {
            joined.append(joined.isEmpty() ? "" : ", ").append(cpu);
        }
        return joined.toString();
    }

    private static final Range NONE = new Range(0, -1, 1);

    private static Optional<Integer> number(Pattern form, String text, int perUnit) {
        var parts = form.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (text.length() > 20 || !parts.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(parts.group(1));
        var units = parts.group(2) == null ? number : number.multiply(BigDecimal.valueOf(perUnit));
        var whole = units.stripTrailingZeros().scale() <= 0;
        return whole && units.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                ? Optional.of(units.intValueExact())
                : Optional.empty();
    }
}
