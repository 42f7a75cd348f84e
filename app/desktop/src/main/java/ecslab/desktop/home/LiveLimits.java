package ecslab.desktop.home;

import java.util.List;

/// How much of the computer live mode may take.
///
/// @param containers at one time
/// @param memoryPercent of the Docker engine's memory, by the containers' limits
/// @param cpuUnits of one task; 1,024 = one CPU
public record LiveLimits(int containers, int memoryPercent, int cpuUnits) {

    public static final List<Integer> CONTAINERS = List.of(10, 30, 60, 120);
    public static final List<Integer> MEMORY_PERCENT = List.of(10, 25, 50, 75);
    public static final List<Integer> CPU_UNITS = List.of(512, 1_024, 2_048, 4_096);

    /// What holds until somebody chooses otherwise.
    public static final LiveLimits USUAL = new LiveLimits(120, 50, 2_048);

    /// What a file or somebody's hand has made too small or too large is brought back.
    public LiveLimits {
        containers = Math.clamp(containers, CONTAINERS.getFirst(), CONTAINERS.getLast());
        memoryPercent =
                Math.clamp(memoryPercent, MEMORY_PERCENT.getFirst(), MEMORY_PERCENT.getLast());
        cpuUnits = Math.clamp(cpuUnits, CPU_UNITS.getFirst(), CPU_UNITS.getLast());
    }

    public LiveLimits withContainers(int next) {
        return new LiveLimits(next, memoryPercent, cpuUnits);
    }

    public LiveLimits withMemoryPercent(int next) {
        return new LiveLimits(containers, next, cpuUnits);
    }

    public LiveLimits withCpuUnits(int next) {
        return new LiveLimits(containers, memoryPercent, next);
    }
}
