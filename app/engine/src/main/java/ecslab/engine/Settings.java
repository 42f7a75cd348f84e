package ecslab.engine;

import ecslab.ecs.command.ContainerSettingsInput;
import ecslab.ecs.command.ContainerSettingsInput.HealthCheckInput;
import ecslab.ecs.command.ContainerSettingsInput.RestartPolicyInput;
import ecslab.ecs.command.Given;
import ecslab.ecs.model.ContainerDependency;
import ecslab.ecs.model.ContainerDependency.Condition;
import ecslab.ecs.model.ContainerHealthCheck;
import ecslab.ecs.model.ContainerSettings;
import ecslab.ecs.model.RestartPolicy;
import java.time.Duration;

/// Puts ECS's defaults in place of what a container definition leaves out (Developer Guide, *Task
/// definition parameters*).
final class Settings {

    static final int INTERVAL_SECONDS = 30;
    static final int TIMEOUT_SECONDS = 5;
    static final int RETRIES = 3;

    private Settings() {}

    /// @param in found right
    static ContainerSettings of(ContainerSettingsInput in) {
        return new ContainerSettings(
                in.entryPoint(),
                in.command(),
                in.dependsOn().stream()
                        .map(one ->
                                new ContainerDependency(
                                        one.containerName(), Condition.valueOf(one.condition())))
                        .toList(),
                Duration.ofSeconds(in.startTimeout().orElse(0)),
                healthCheck(in.healthCheck()),
                restartPolicy(in.restartPolicy()),
                in.mountPoints(),
                in.volumesFrom(),
                in.links(),
                in.secrets(),
                in.logOptions(),
                in.environmentFiles());
    }

    private static ContainerHealthCheck healthCheck(Given<HealthCheckInput> given) {
        return switch (given) {
            case Given.Absent<HealthCheckInput>() -> ContainerHealthCheck.NONE;
            case Given.Value<HealthCheckInput>(var check) ->
                    new ContainerHealthCheck.Check(
                            check.command(),
                            Duration.ofSeconds(check.interval().orElse(INTERVAL_SECONDS)),
                            Duration.ofSeconds(check.timeout().orElse(TIMEOUT_SECONDS)),
                            check.retries().orElse(RETRIES),
                            Duration.ofSeconds(check.startPeriod().orElse(0)));
        };
    }

    private static RestartPolicy restartPolicy(Given<RestartPolicyInput> given) {
        return switch (given) {
            case Given.Absent<RestartPolicyInput>() -> RestartPolicy.NONE;
            case Given.Value<RestartPolicyInput>(var policy) ->
                    new RestartPolicy(
                            policy.enabled(),
                            policy.ignoredExitCodes(),
                            policy.restartAttemptPeriod().isGiven()
                                    ? Duration.ofSeconds(policy.restartAttemptPeriod().orElse(0))
                                    : RestartPolicy.ATTEMPT_PERIOD_DEFAULT);
        };
    }
}
