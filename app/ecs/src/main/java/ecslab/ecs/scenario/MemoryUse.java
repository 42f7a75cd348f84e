package ecslab.ecs.scenario;

/// How much memory a program takes.
///
/// @param startsAtMib from its start
/// @param growsMibPerMinute what it never gives back; 0 for a program without a leak
public record MemoryUse(int startsAtMib, int growsMibPerMinute) {

    public static final MemoryUse NONE = new MemoryUse(0, 0);
}
