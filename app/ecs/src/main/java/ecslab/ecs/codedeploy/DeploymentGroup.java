package ecslab.ecs.codedeploy;

import ecslab.ecs.model.ServiceName;
import java.time.Duration;
import java.util.List;

/// Which service is deployed, between which two target groups, and how.
///
/// @param configName what its deployments go by that name none
public record DeploymentGroup(
        String application,
        String name,
        String configName,
        String serviceRoleArn,
        ServiceName service,
        TargetGroupPair pair,
        BlueGreen blueGreen,
        AutoRollback autoRollback,
        AlarmConfiguration alarms)
        implements CodeDeployResource {

    /// `targetGroupPairInfoList`: tasks of one deployment go to one target group, those of the next
    /// to the other.
    ///
    /// @param targetGroups two names
    /// @param prodListenerArn of `prodTrafficRoute`
    /// @param testListenerArn of `testTrafficRoute`; may be empty
    public record TargetGroupPair(
            List<String> targetGroups, String prodListenerArn, String testListenerArn) {

        public boolean hasTestListener() {
            return !testListenerArn.isEmpty();
        }
    }

    /// `blueGreenDeploymentConfiguration`
    ///
    /// @param waitsForContinue whether production traffic stays with blue until ContinueDeployment
    ///   is called: `STOP_DEPLOYMENT`
    /// @param readyWait how long it is waited for
    /// @param terminationWait how long blue is kept after all production traffic has left it
    public record BlueGreen(
            boolean waitsForContinue, Duration readyWait, Duration terminationWait) {

        /// 2,880 minutes (API Reference, *BlueInstanceTerminationOption*).
        public static final Duration TERMINATION_WAIT_MAX = Duration.ofDays(2);
    }

    /// `autoRollbackConfiguration`
    public record AutoRollback(boolean enabled, List<RollbackEvent> events) {

        public static final AutoRollback OFF = new AutoRollback(false, List.of());

        public boolean isAfter(RollbackEvent event) {
            return enabled && events.contains(event);
        }
    }

    /// What a deployment may be rolled back after.
    public enum RollbackEvent {
        DEPLOYMENT_FAILURE,
        DEPLOYMENT_STOP_ON_ALARM,
        DEPLOYMENT_STOP_ON_REQUEST
    }

    /// `alarmConfiguration`
    public record AlarmConfiguration(boolean enabled, List<String> alarms) {

        public static final AlarmConfiguration OFF = new AlarmConfiguration(false, List.of());
    }

    /// Unique in an account and Region.
    public String key() {
        return application + "/" + name;
    }
}
