package ecslab.ecs.model;

import java.time.Duration;
import java.util.List;

/// What is asked before a deployment goes on from a stage.
///
/// @param function the ARN of the Lambda function; empty for a pause
/// @param hookDetails what the function is told, as JSON text; may be empty
/// @param continues whether the deployment goes on when the hook times out; else it rolls back
public record LifecycleHook(
        TargetType targetType,
        String function,
        String roleArn,
        List<LifecycleStage> stages,
        String hookDetails,
        Duration timeout,
        boolean continues) {

    /// API Reference, *DeploymentLifecycleHookTimeoutConfiguration*.
    public static final Duration TIMEOUT_DEFAULT = Duration.ofDays(1);

    /// Who is asked.
    public enum TargetType {
        AWS_LAMBDA,
        PAUSE
    }
}
