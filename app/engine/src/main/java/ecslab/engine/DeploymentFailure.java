package ecslab.engine;

import ecslab.ecs.model.LifecycleStage;

/// Why a deployment has failed, in ECS's words as far as they are known.
///
/// @param words what follows `deployment failed: `
/// @param rollingBack the `rolloutStateReason` of what is rolled back to, before its id
record DeploymentFailure(
        String words, String rolloutStateReason, String rollingBack, boolean rollback) {

    static DeploymentFailure circuitBreaker(boolean rollback) {
        return new DeploymentFailure(
                "tasks failed to start.",
                "ECS deployment circuit breaker: tasks failed to start.",
                "ECS deployment circuit breaker: rolling back to deploymentId ",
                rollback);
    }

    static DeploymentFailure alarm(boolean rollback) {
        return new DeploymentFailure(
                Guesses.ALARM_DETECTED,
                "ECS deployment " + Guesses.ALARM_DETECTED,
                Guesses.ROLLING_BACK,
                rollback);
    }

    static DeploymentFailure hook(String function) {
        var words = "lifecycle hook " + function + " failed.";
        return new DeploymentFailure(words, "ECS deployment " + words, Guesses.ROLLING_BACK, true);
    }

    /// @param stage NONE for the whole deployment
    static DeploymentFailure timedOut(LifecycleStage stage) {
        var words = Guesses.timedOut(stage);
        return new DeploymentFailure(words, "ECS deployment " + words, Guesses.ROLLING_BACK, true);
    }

    static DeploymentFailure stopped(boolean rollback) {
        return new DeploymentFailure(
                Guesses.STOP_REQUESTED,
                "ECS deployment " + Guesses.STOP_REQUESTED,
                Guesses.ROLLING_BACK,
                rollback);
    }
}
