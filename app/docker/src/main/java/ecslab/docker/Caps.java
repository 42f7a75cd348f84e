package ecslab.docker;

/// How much of the learner's computer is taken at most.
///
/// @param memoryMib of all containers together, by their limits
/// @param cpuUnits of one task: 1,024 = one CPU
public record Caps(int containers, long memoryMib, int cpuUnits) {

    /// What a container may have that names no limit.
    static final int MEMORY_DEFAULT_MIB = 256;

    /// How many processes one container may have.
    static final long PIDS = 256;

    private static final int CONTAINERS = 120;
    private static final int CPU_UNIT = 1_024;

    /// Half of the memory; one task gets at most what the machine has less half a CPU.
    public static Caps of(EngineInfo engine) {
        return new Caps(
                CONTAINERS,
                engine.memoryMib() / 2,
                Math.max(CPU_UNIT / 2, engine.cpus() * CPU_UNIT - CPU_UNIT / 2));
    }
}
