package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Pull;
import ecslab.ecs.model.ContainerStatus;

/// How much an event matters to somebody who reads the log.
///
/// Twenty requests a second would bury the one line that explains them. They are counted elsewhere;
/// the log lists a request only if it failed.
public enum Interest {
    /// In the log from the start.
    LISTED,
    /// In the log when the reader asks for its topic.
    ON_DEMAND,
    /// Never a line of its own.
    SILENT;

    /// How much one event matters.
    public static Interest of(Event event) {
        return switch (event) {
            case Event.TaskStateChange _, Event.ServiceEvent _ -> LISTED;
            case Event.DeploymentStateChange _, Event.TargetHealthChange _ -> LISTED;
            case Event.AlarmChange _, Event.HookCall _ -> LISTED;
            case Event.TaskProtectionChange _ -> LISTED;
            case Event.ServiceDeploymentChange(_, var one) ->
                    one.hasEnteredStage() ? LISTED : ON_DEMAND;
            case Event.CodeDeployDeploymentChange(_, var one) ->
                    CodeDeployText.isNews(one) ? LISTED : ON_DEMAND;
            case Event.CodeDeployResourceChange _ -> ON_DEMAND;
            case Event.ServiceRevisionChange _ -> SILENT;
            case Event.ApiCall _, Event.ApiRefusal _ -> LISTED;
            case Event.ImagePull pull -> pull.pull() instanceof Pull.Failed ? LISTED : ON_DEMAND;
            case Event.ServiceAction action ->
                    action.eventType().equals("INFO") ? ON_DEMAND : LISTED;
            case Event.HealthProbe probe -> probe.passed() ? SILENT : ON_DEMAND;
            case Event.ContainerProbe probe -> probe.passed() ? SILENT : ON_DEMAND;
            case Event.ContainerRestart _, Event.FaultChange _ -> LISTED;
            case Event.NeighbourChange change -> change.present() ? ON_DEMAND : LISTED;
            case Event.ContainerInstanceDeleted _ -> ON_DEMAND;
            case Event.TaskDeleted _, Event.TaskDefinitionDeleted _ -> ON_DEMAND;
            case Event.RequestAnswered answered -> answered.isFailure() ? LISTED : SILENT;
            case Event.RequestSent _, Event.RequestRouted _ -> SILENT;
            case Event.RequestWindow _ -> SILENT;
            case Event.UtilizationReport _ -> ON_DEMAND;
            case Decision _ -> ON_DEMAND;
            case Event.ServiceChange _, Event.ClusterChange _ -> SILENT;
            case Event.TaskDefinitionChange _, Event.NetworkChange _ -> SILENT;
            case Event.InstanceChange _, Event.ContainerInstanceChange _ -> LISTED;
            case Event.AutoScalingGroupChange _, Event.CapacityProviderChange _ -> ON_DEMAND;
            case Event.RoleChange _, Event.ImageChange _ -> SILENT;
            case Event.LoadBalancerChange _, Event.TargetGroupChange _ -> SILENT;
            case Event.ListenerChange _, Event.BalancingDeleted _ -> ON_DEMAND;
        };
    }

    /// How much an event matters to somebody who has heard those before: a task that is reported
    /// again with nothing new in it is no line.
    public static Interest of(Event event, TaskStep step) {
        if (event instanceof Event.ContainerInstanceChange) {
            return step instanceof TaskStep.InstanceMoved ? LISTED : SILENT;
        }
        if (!(event instanceof Event.TaskStateChange)) {
            return of(event);
        }
        return switch (step) {
            case TaskStep.Appeared _, TaskStep.Moved _, TaskStep.ToldToStop _ -> LISTED;
            case TaskStep.Attached _ -> LISTED;
            case TaskStep.ContainerMoved(var container) ->
                    container.lastStatus() == ContainerStatus.STOPPED ? LISTED : SILENT;
            case TaskStep.ContainerFelt _ -> LISTED;
            case TaskStep.Stamped _ -> SILENT;
            case TaskStep.Nothing(), TaskStep.InstanceMoved() -> SILENT;
        };
    }

    /// Whether stepping stops here. Failed requests come in swarms, and the cause of each swarm is
    /// a step of its own.
    public static boolean isStep(Event event) {
        return of(event) != SILENT
                && !(event instanceof Event.RequestAnswered)
                && !(event instanceof Event.HealthProbe)
                && !(event instanceof Event.ContainerProbe);
    }
}
