package ecslab.engine;

import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.time.SimInstant;

/// How far a deployment has come that shifts traffic from one set of tasks, blue, to another,
/// green.
///
/// @param blue the deployment that traffic leaves; empty for a service's first
/// @param green the deployment that traffic goes to; empty if nothing is shifted
/// @param step of a linear or canary deployment, from 1
/// @param hook how many of the stage's hooks have succeeded
/// @param isEntered whether what the stage begins with has been done
/// @param until before this the stage neither begins nor ends
record Shift(
        String blue,
        String green,
        LifecycleStage stage,
        int step,
        int hook,
        boolean isEntered,
        SimInstant until) {

    static final Shift NONE = new Shift("", "", LifecycleStage.NONE, 0, 0, false, SimInstant.START);

    static Shift begin(String blue, String green, boolean others) {
        var first = others ? LifecycleStage.RECONCILE_SERVICE : LifecycleStage.PRE_SCALE_UP;
        return new Shift(blue, green, first, 1, 0, false, SimInstant.START);
    }

    /// While blue and green are both kept.
    boolean isUnderWay() {
        return stage != LifecycleStage.NONE && stage != LifecycleStage.CLEAN_UP;
    }

    /// Traffic is to go back to blue, and that hasn't been done yet.
    boolean isReversed() {
        return stage == LifecycleStage.NONE && !green.isEmpty();
    }

    /// Whether a deployment's tasks are kept now.
    boolean keeps(String deployment) {
        return deployment.equals(blue)
                || (deployment.equals(green) && stage.compareTo(LifecycleStage.SCALE_UP) >= 0);
    }

    Shift at(LifecycleStage next, int atStep, SimInstant from) {
        return new Shift(blue, green, next, atStep, 0, false, from);
    }

    Shift entered(SimInstant next) {
        return new Shift(blue, green, stage, step, hook, true, next);
    }

    Shift afterHook() {
        return new Shift(blue, green, stage, step, hook + 1, isEntered, until);
    }

    Shift reversed() {
        return new Shift(blue, green, LifecycleStage.NONE, 0, 0, false, SimInstant.START);
    }
}
