package ecslab.ecs.command;

import ecslab.ecs.codedeploy.AppSpec;
import ecslab.ecs.model.Unmodelled;
import java.util.List;

/// Commands about CodeDeploy's deployments of services whose deployment controller is
/// `CODE_DEPLOY`.
public sealed interface CodeDeployCommand extends Command {

    @Override
    default String api() {
        return "codedeploy";
    }

    /// `codedeploy:CreateApplication`
    ///
    /// @param computePlatform CodeDeploy's default is `Server`
    record CreateApplication(String applicationName, Given<String> computePlatform)
            implements CodeDeployCommand {}

    /// `codedeploy:CreateDeploymentConfig`
    record CreateDeploymentConfig(
            String deploymentConfigName,
            Given<String> computePlatform,
            Given<TrafficRouting> trafficRoutingConfig)
            implements CodeDeployCommand {}

    /// `trafficRoutingConfig`
    ///
    /// @param type `AllAtOnce`, `TimeBasedCanary` or `TimeBasedLinear`
    /// @param canary of `timeBasedCanary`
    /// @param linear of `timeBasedLinear`
    record TrafficRouting(Given<String> type, Given<Steps> canary, Given<Steps> linear) {}

    /// `timeBasedCanary` or `timeBasedLinear`
    ///
    /// @param percentage `canaryPercentage` or `linearPercentage`
    /// @param interval minutes: `canaryInterval` or `linearInterval`
    record Steps(Given<Integer> percentage, Given<Integer> interval) {}

    /// `codedeploy:CreateDeploymentGroup`
    record CreateDeploymentGroup(
            String applicationName,
            String deploymentGroupName,
            Given<String> deploymentConfigName,
            String serviceRoleArn,
            Given<Style> deploymentStyle,
            List<EcsService> ecsServices,
            List<TargetGroupPairInfo> targetGroupPairs,
            Given<BlueGreenInput> blueGreen,
            Given<AutoRollbackInput> autoRollback,
            Given<AlarmInput> alarms,
            Unmodelled unmodelled)
            implements CodeDeployCommand {}

    /// `deploymentStyle`
    record Style(Given<String> deploymentType, Given<String> deploymentOption) {}

    /// One of `ecsServices`.
    record EcsService(Given<String> serviceName, Given<String> clusterName) {}

    /// One of `targetGroupPairInfoList`.
    ///
    /// @param targetGroups names
    /// @param prodListenerArns of `prodTrafficRoute`
    /// @param testListenerArns of `testTrafficRoute`
    record TargetGroupPairInfo(
            List<String> targetGroups,
            List<String> prodListenerArns,
            List<String> testListenerArns) {}

    /// `blueGreenDeploymentConfiguration`
    ///
    /// @param actionOnTimeout `CONTINUE_DEPLOYMENT` or `STOP_DEPLOYMENT`
    /// @param terminationAction `TERMINATE` or `KEEP_ALIVE`
    record BlueGreenInput(
            Given<String> actionOnTimeout,
            Given<Integer> waitTimeInMinutes,
            Given<String> terminationAction,
            Given<Integer> terminationWaitTimeInMinutes) {}

    /// `autoRollbackConfiguration`
    record AutoRollbackInput(Given<Boolean> enabled, List<String> events) {}

    /// `alarmConfiguration`
    record AlarmInput(Given<Boolean> enabled, List<String> alarms) {}

    /// `codedeploy:CreateDeployment`
    ///
    /// @param revision the AppSpec; none if it isn't given
    record CreateDeployment(
            String applicationName,
            Given<String> deploymentGroupName,
            Given<AppSpec> revision,
            Given<String> deploymentConfigName,
            Given<String> description,
            Given<AutoRollbackInput> autoRollback,
            Given<AlarmInput> overrideAlarms,
            Unmodelled unmodelled)
            implements CodeDeployCommand {}

    /// `codedeploy:ContinueDeployment`
    ///
    /// @param deploymentWaitType `READY_WAIT` or `TERMINATION_WAIT`
    record ContinueDeployment(String deploymentId, Given<String> deploymentWaitType)
            implements CodeDeployCommand {}

    /// `codedeploy:StopDeployment`
    ///
    /// @param autoRollbackEnabled not given: as the deployment group says
    record StopDeployment(String deploymentId, Given<Boolean> autoRollbackEnabled)
            implements CodeDeployCommand {}

    /// `codedeploy:PutLifecycleEventHookExecutionStatus`: what the function of a hook has to call.
    ///
    /// @param status `Succeeded` or `Failed`
    record PutLifecycleEventHookExecutionStatus(
            String deploymentId, String lifecycleEventHookExecutionId, String status)
            implements CodeDeployCommand {}

    /// `codedeploy:GetDeployment`
    record GetDeployment(String deploymentId) implements CodeDeployCommand {}

    /// `codedeploy:GetDeploymentTarget`: it is here that the lifecycle events are shown.
    ///
    /// @param targetId `CLUSTER:SERVICE`
    record GetDeploymentTarget(String deploymentId, String targetId) implements CodeDeployCommand {}

    /// `codedeploy:ListDeployments`
    record ListDeployments(
            Given<String> applicationName,
            Given<String> deploymentGroupName,
            List<String> includeOnlyStatuses)
            implements CodeDeployCommand {}
}
