package ecslab.engine;

import ecslab.ecs.model.LifecycleStage;

/// How far a deployment has come that shifts traffic from one set of tasks, blue, to another,
/// green.
///
/// @param blue the deployment that traffic leaves; empty for a service's first
/// @param green the deployment that traffic goes to
/// @param step of a linear or canary deployment, from 1
/// @param hook how many of the stage's hooks have succeeded
/// @param entered counts stages, steps and hooks, so that a late wake is known as late
record Shift(String blue, String green, LifecycleStage stage, int step, int hook, long entered) {

    static final Shift NONE = new Shift("", "", LifecycleStage.NONE, 0, 0, 0);

    boolean isUnderWay() {
        return stage != LifecycleStage.NONE && stage != LifecycleStage.CLEAN_UP;
    }

    /// Whether a deployment's tasks are kept now.
    boolean keeps(String deployment) {
        return deployment.equals(blue)
                || (deployment.equals(green) && stage.compareTo(LifecycleStage.SCALE_UP) >= 0);
    }

    Shift at(LifecycleStage next, int atStep) {
        return new Shift(blue, green, next, atStep, 0, entered + 1);
    }

    Shift afterHook() {
        return new Shift(blue, green, stage, step, hook + 1, entered + 1);
    }
}
