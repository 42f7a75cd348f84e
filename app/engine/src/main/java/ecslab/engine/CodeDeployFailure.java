package ecslab.engine;

import ecslab.ecs.codedeploy.DeploymentGroup.RollbackEvent;
import ecslab.ecs.codedeploy.DeploymentInfo.ErrorInformation;
import ecslab.ecs.codedeploy.DeploymentState;
import ecslab.ecs.codedeploy.LifecycleEvent;
import java.util.List;

/// Why a deployment of CodeDeploy's ends before its time, in CodeDeploy's words as far as they are
/// known.
///
/// @param status what it comes to
/// @param event what it may be rolled back after
record CodeDeployFailure(DeploymentState status, RollbackEvent event, ErrorInformation error) {

    /// Developer Guide, *Troubleshooting Amazon ECS*: how long CodeDeploy waits for a task set.
    private static final String TIMED_OUT =
            "The deployment timed out while waiting for the replacement task set to become healthy."
                    + " This time out period is 60 minutes.";

    /// As it was seen in a deployment that an alarm had stopped.
    private static final String ALARMED =
            "One or more alarms have been activated according to the Amazon CloudWatch metrics you"
                + " selected, and the affected deployments have been stopped. Activated alarms:";

    static CodeDeployFailure timedOut() {
        return failed("TIMEOUT", TIMED_OUT);
    }

    static CodeDeployFailure hook(LifecycleEvent event, boolean late) {
        return failed(
                "HOOK_EXECUTION_FAILURE",
                (late ? Guesses.HOOK_LATE : Guesses.HOOK_FAILED)
                        + event.name().printed()
                        + " ("
                        + WatchApi.functionName(event.function())
                        + ").");
    }

    static CodeDeployFailure serviceGone() {
        return failed("INVALID_ECS_SERVICE", Guesses.SERVICE_GONE);
    }

    /// ECS has refused what CodeDeploy asked for.
    ///
    /// @param code ECS's
    static CodeDeployFailure refusedByEcs(String code, String message, String request) {
        return failed(
                "ECS_UPDATE_ERROR",
                "The ECS service cannot be updated due to an unexpected error: "
                        + message
                        + " (Service: AmazonECS; Status Code: 400; Error Code: "
                        + code
                        + "; Request ID: "
                        + request
                        + "; Proxy: null). Check your ECS service status.");
    }

    static CodeDeployFailure alarm(List<String> alarms) {
        var words = new StringBuilder(ALARMED);
        alarms.forEach(alarm -> words.append(" <").append(alarm).append('>'));
        return new CodeDeployFailure(
                DeploymentState.STOPPED,
                RollbackEvent.DEPLOYMENT_STOP_ON_ALARM,
                new ErrorInformation("ALARM_ACTIVE", words.toString()));
    }

    static CodeDeployFailure stopped() {
        return stopped(Guesses.STOPPED_BY_USER);
    }

    /// Nobody has called ContinueDeployment in time.
    static CodeDeployFailure notContinued() {
        return stopped(Guesses.NOT_CONTINUED);
    }

    private static CodeDeployFailure stopped(String message) {
        return new CodeDeployFailure(
                DeploymentState.STOPPED,
                RollbackEvent.DEPLOYMENT_STOP_ON_REQUEST,
                new ErrorInformation("MANUAL_STOP", message));
    }

    private static CodeDeployFailure failed(String code, String message) {
        return new CodeDeployFailure(
                DeploymentState.FAILED,
                RollbackEvent.DEPLOYMENT_FAILURE,
                new ErrorInformation(code, message));
    }
}
