package ecslab.ecs.command;

import ecslab.ecs.model.DeploymentAlarms;
import java.util.List;

/// `deploymentConfiguration` as it is written: CreateService has defaults for what is not given,
/// UpdateService keeps it.
public record DeploymentConfigurationInput(
        Given<Integer> minimumHealthyPercent,
        Given<Integer> maximumPercent,
        Given<String> strategy,
        Given<CircuitBreakerInput> deploymentCircuitBreaker,
        Given<DeploymentAlarms> alarms,
        Given<Integer> bakeTimeInMinutes,
        Given<List<LifecycleHookInput>> lifecycleHooks,
        Given<StepsInput> linearConfiguration,
        Given<StepsInput> canaryConfiguration,
        Given<EarlySuccessInput> earlySuccessCriteria) {

    public static final DeploymentConfigurationInput NONE =
            new DeploymentConfigurationInput(Given.absent(), Given.absent());

    private DeploymentConfigurationInput(Given<Integer> least, Given<Integer> most) {
        this(
                least,
                most,
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent());
    }

    /// Nothing but the two percentages.
    public static DeploymentConfigurationInput percents(
            int minimumHealthyPercent, int maximumPercent) {
        return new DeploymentConfigurationInput(
                Given.of(minimumHealthyPercent), Given.of(maximumPercent));
    }

    public DeploymentConfigurationInput withCircuitBreaker(CircuitBreakerInput next) {
        return new DeploymentConfigurationInput(
                minimumHealthyPercent,
                maximumPercent,
                strategy,
                Given.of(next),
                alarms,
                bakeTimeInMinutes,
                lifecycleHooks,
                linearConfiguration,
                canaryConfiguration,
                earlySuccessCriteria);
    }

    public DeploymentConfigurationInput withAlarms(DeploymentAlarms next, int bakeMinutes) {
        return new DeploymentConfigurationInput(
                minimumHealthyPercent,
                maximumPercent,
                strategy,
                deploymentCircuitBreaker,
                Given.of(next),
                Given.of(bakeMinutes),
                lifecycleHooks,
                linearConfiguration,
                canaryConfiguration,
                earlySuccessCriteria);
    }

    /// How traffic goes over.
    ///
    /// @param steps of a linear or canary deployment
    public DeploymentConfigurationInput withStrategy(
            String next, Given<StepsInput> steps, int bakeMinutes, List<LifecycleHookInput> hooks) {
        return new DeploymentConfigurationInput(
                minimumHealthyPercent,
                maximumPercent,
                Given.of(next),
                deploymentCircuitBreaker,
                alarms,
                Given.of(bakeMinutes),
                Given.of(hooks),
                next.equals("LINEAR") ? steps : Given.absent(),
                next.equals("CANARY") ? steps : Given.absent(),
                earlySuccessCriteria);
    }

    public DeploymentConfigurationInput withEarlySuccess(EarlySuccessInput next) {
        return new DeploymentConfigurationInput(
                minimumHealthyPercent,
                maximumPercent,
                strategy,
                deploymentCircuitBreaker,
                alarms,
                bakeTimeInMinutes,
                lifecycleHooks,
                linearConfiguration,
                canaryConfiguration,
                Given.of(next));
    }

    /// `deploymentCircuitBreaker`
    ///
    /// @param type of its `thresholdConfiguration`
    /// @param value of its `thresholdConfiguration`
    public record CircuitBreakerInput(
            boolean enable,
            boolean rollback,
            Given<Boolean> resetOnHealthyTask,
            Given<String> type,
            Given<Integer> value) {

        public CircuitBreakerInput(boolean enable, boolean rollback) {
            this(enable, rollback, Given.absent(), Given.absent(), Given.absent());
        }
    }

    /// One of `lifecycleHooks`.
    ///
    /// @param hookDetails JSON as text
    public record LifecycleHookInput(
            Given<String> targetType,
            Given<String> hookTargetArn,
            Given<String> roleArn,
            List<String> lifecycleStages,
            Given<String> hookDetails,
            Given<Integer> timeoutInMinutes,
            Given<String> timeoutAction) {}

    /// `linearConfiguration` or `canaryConfiguration`.
    ///
    /// @param percent `stepPercent` or `canaryPercent`
    /// @param bakeTimeInMinutes `stepBakeTimeInMinutes` or `canaryBakeTimeInMinutes`
    public record StepsInput(Given<Double> percent, Given<Integer> bakeTimeInMinutes) {}

    /// `earlySuccessCriteria`
    ///
    /// @param sourceServiceRevisionCleanup `BLOCKING` or `DEFERRED`
    public record EarlySuccessInput(
            boolean enable,
            Given<Integer> healthyPercent,
            Given<String> sourceServiceRevisionCleanup) {}
}
