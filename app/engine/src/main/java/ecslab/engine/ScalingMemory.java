package ecslab.engine;

import ecslab.ecs.time.SimInstant;

/// What managed scaling remembers of a capacity provider between two minutes.
///
/// @param below for how many minutes in a row the metric has been below its target
/// @param warmUntil until then instances that were started are warming up
/// @param said what was told last: the same isn't told again
record ScalingMemory(int below, SimInstant warmUntil, String said) {

    static final ScalingMemory NONE = new ScalingMemory(0, SimInstant.START, "");

    ScalingMemory withBelow(int minutes) {
        return new ScalingMemory(minutes, warmUntil, said);
    }

    ScalingMemory warmingUntil(SimInstant at) {
        return new ScalingMemory(0, at, said);
    }

    ScalingMemory withSaid(String words) {
        return new ScalingMemory(below, warmUntil, words);
    }
}
