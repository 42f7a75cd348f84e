package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// How a service goes from one revision to the next, and how far it may stray from its desired
/// count meanwhile.
///
/// @param minimumHealthyPercent rounded up when applied
/// @param maximumPercent rounded down when applied
/// @param bakeTime how long a deployment is watched after everything has gone over
public record DeploymentConfiguration(
        int minimumHealthyPercent,
        int maximumPercent,
        DeploymentStrategy strategy,
        DeploymentCircuitBreaker circuitBreaker,
        DeploymentAlarms alarms,
        Duration bakeTime,
        List<LifecycleHook> lifecycleHooks,
        EarlySuccessCriteria earlySuccess) {

    /// ECS's default for the replica strategy.
    public static final DeploymentConfiguration REPLICA_DEFAULT =
            new DeploymentConfiguration(100, 200);

    private static final int PERCENT = 100;

    /// A rolling one without circuit breaker and alarms.
    public DeploymentConfiguration(int minimumHealthyPercent, int maximumPercent) {
        this(
                minimumHealthyPercent,
                maximumPercent,
                new DeploymentStrategy.Rolling(),
                DeploymentCircuitBreaker.OFF,
                DeploymentAlarms.OFF,
                Duration.ZERO,
                List.of(),
                EarlySuccessCriteria.OFF);
    }

    /// The fewest healthy tasks: `ceil(desiredCount × minimumHealthyPercent / 100)`.
    public int least(int desiredCount) {
        return Math.ceilDiv(desiredCount * minimumHealthyPercent, PERCENT);
    }

    /// The most running and pending tasks: `floor(desiredCount × maximumPercent / 100)`.
    public int most(int desiredCount) {
        return desiredCount * maximumPercent / PERCENT;
    }

    /// The fewest healthy tasks for an early success.
    public int enough(int desiredCount) {
        return Math.ceilDiv(desiredCount * earlySuccess.healthyPercent(), PERCENT);
    }

    /// The hooks that run at a stage, in the order written.
    public List<LifecycleHook> hooksAt(LifecycleStage stage) {
        return lifecycleHooks.stream().filter(hook -> hook.stages().contains(stage)).toList();
    }
}
