package ecslab.stage.log;

import ecslab.ecs.event.Decision;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.model.Alarm.AlarmState;
import ecslab.ecs.model.Ec2InstanceState;
import ecslab.ecs.model.TargetState;
import ecslab.ecs.model.TaskStatus;

/// How an event is marked on the time bar, the more telling mark later. Each has a shape of its
/// own.
public enum Tick {
    NONE,
    /// Something moved.
    CHANGE,
    /// The API was called by the scenario.
    CALL,
    /// Something reached what was wanted.
    GOOD,
    /// Something will not last.
    WARNING,
    /// Something failed.
    DANGER,
    /// The learner acted.
    LEARNER;

    /// How one event is marked.
    public static Tick of(Event event) {
        return switch (event) {
            case Event.TaskStateChange(_, var task) -> of(task.lastStatus());
            case Event.ServiceEvent said ->
                    ServiceGloss.of(said.message()).map(known -> of(known.tone())).orElse(CHANGE);
            case Event.ServiceAction action -> ofType(action.eventType());
            case Event.DeploymentStateChange _ -> CHANGE;
            case Event.AlarmChange(_, var alarm) -> of(alarm.state());
            case Event.HookCall _, Event.TaskProtectionChange _ -> CHANGE;
            case Event.ServiceDeploymentChange _, Event.ServiceRevisionChange _ -> NONE;
            case Event.CodeDeployDeploymentChange(_, var one) ->
                    one.status().isOver() ? of(CodeDeployText.toneOf(one.status())) : NONE;
            case Event.CodeDeployResourceChange _ -> NONE;
            case Event.TargetHealthChange(_, var target) -> of(target.state());
            case Event.ImagePull pull -> pull.pull() instanceof Event.Pull.Failed ? DANGER : NONE;
            case Event.ContainerRestart _ -> WARNING;
            case Event.FaultChange(_, _, var present) -> present ? DANGER : GOOD;
            case Event.NeighbourChange(_, _, var present) -> present ? NONE : DANGER;
            case Event.ContainerProbe _, Event.TaskDeleted _ -> NONE;
            case Event.ContainerInstanceDeleted _ -> NONE;
            case Event.TaskDefinitionDeleted _ -> NONE;
            case Event.RequestAnswered answered -> answered.isFailure() ? DANGER : NONE;
            case Event.ApiCall call -> of(call.origin());
            case Event.ApiRefusal _ -> DANGER;
            case Event.HealthProbe _, Event.RequestSent _, Event.RequestRouted _ -> NONE;
            case Decision _ -> NONE;
            case Event.ServiceChange _, Event.ClusterChange _ -> NONE;
            case Event.TaskDefinitionChange _, Event.NetworkChange _ -> NONE;
            case Event.InstanceChange(_, var instance) -> of(instance.state());
            case Event.ContainerInstanceChange _ -> NONE;
            case Event.AutoScalingGroupChange _, Event.CapacityProviderChange _ -> NONE;
            case Event.RoleChange _, Event.ImageChange _ -> NONE;
            case Event.LoadBalancerChange _, Event.TargetGroupChange _ -> NONE;
            case Event.RequestWindow _, Event.UtilizationReport _ -> NONE;
            case Event.ListenerChange _, Event.BalancingDeleted _ -> NONE;
        };
    }

    private static Tick of(Ec2InstanceState state) {
        return switch (state) {
            case PENDING -> CHANGE;
            case RUNNING -> GOOD;
            case SHUTTING_DOWN, STOPPING, STOPPED -> WARNING;
            case TERMINATED -> CHANGE;
        };
    }

    private static Tick of(AlarmState state) {
        return switch (state) {
            case OK -> GOOD;
            case ALARM -> DANGER;
            case INSUFFICIENT_DATA -> NONE;
        };
    }

    private static Tick of(TaskStatus status) {
        return switch (status) {
            case PROVISIONING, PENDING, ACTIVATING -> CHANGE;
            case RUNNING -> GOOD;
            case DEACTIVATING, STOPPING, DEPROVISIONING -> WARNING;
            case STOPPED -> CHANGE;
        };
    }

    private static Tick of(Tone tone) {
        return switch (tone) {
            case MUTED, ACCENT -> CHANGE;
            case SUCCESS -> GOOD;
            case WARNING -> WARNING;
            case DANGER -> DANGER;
        };
    }

    private static Tick of(TargetState state) {
        return switch (state) {
            case INITIAL, UNUSED -> CHANGE;
            case HEALTHY -> GOOD;
            case DRAINING -> WARNING;
            case UNHEALTHY -> DANGER;
        };
    }

    private static Tick of(Origin origin) {
        return switch (origin) {
            case SETUP -> NONE;
            case SCENARIO -> CALL;
            case LEARNER -> LEARNER;
        };
    }

    private static Tick ofType(String eventType) {
        return switch (eventType) {
            case "ERROR" -> DANGER;
            case "WARN" -> WARNING;
            default -> NONE;
        };
    }
}
