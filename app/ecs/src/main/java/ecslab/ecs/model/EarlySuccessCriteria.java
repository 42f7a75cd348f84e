package ecslab.ecs.model;

/// Lets a rolling deployment succeed before all of its tasks are healthy.
///
/// @param healthyPercent of the desired count, rounded up when applied
/// @param deferred whether the deployment succeeds while tasks of earlier revisions are left
public record EarlySuccessCriteria(boolean enable, int healthyPercent, boolean deferred) {

    public static final EarlySuccessCriteria OFF = new EarlySuccessCriteria(false, 100, false);
}
