package ecslab.engine;

import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;

/// Why the control plane asked to be woken. Data, not closures, so that what is due can be saved,
/// compared and forked with the rest of the state.
public sealed interface Wake {

    /// The service scheduler looks at a service.
    record Reconcile(ServiceName service) implements Wake {}

    /// A service may have become steady, or has been for so long that it says so again.
    record SteadyCheck(ServiceName service) implements Wake {}

    /// A deployment has been watched for long enough.
    record Baked(ServiceName service, String deployment) implements Wake {}

    /// A lifecycle stage may begin, or end.
    record ShiftOn(ServiceName service) implements Wake {}

    /// A lifecycle stage has lasted as long as it may.
    ///
    /// @param stage NONE for the whole deployment
    record StageExpires(String serviceDeployment, LifecycleStage stage, int step) implements Wake {}

    /// The function that a lifecycle hook called answers.
    record HookAnswers(String serviceDeployment, String hookId) implements Wake {}

    /// A lifecycle hook times out.
    record HookExpires(String serviceDeployment, String hookId) implements Wake {}

    /// A deployment of CodeDeploy's may go on.
    record CodeDeployOn(String deploymentId) implements Wake {}

    /// The function answers that a hook of CodeDeploy's called.
    record LifecycleHookAnswers(String deploymentId, String hookExecutionId) implements Wake {}

    /// A hook of CodeDeploy's has had its hour.
    record LifecycleHookExpires(String deploymentId, String hookExecutionId) implements Wake {}

    /// StopServiceDeployment was called for it.
    record StopDeployment(String serviceDeployment) implements Wake {}

    /// A task's scale-in protection expires.
    ///
    /// @param until what it was to last until: it may have been renewed meanwhile
    record ProtectionOver(TaskId task, SimInstant until) implements Wake {}

    /// What ACTIVATING is for is done.
    record Activated(TaskId task) implements Wake {}

    /// What DEACTIVATING is for is done: now the containers may be told.
    record Deactivated(TaskId task) implements Wake {}

    /// A target's registration is done: its first health check is awaited.
    ///
    /// @param task as in [Deregistered]
    record Registered(TargetId target, TaskId task) implements Wake {}

    /// The deregistration delay is over.
    ///
    /// @param task who the target was: its address may have been given to another meanwhile
    record Deregistered(TargetId target, TaskId task) implements Wake {}

    /// An agent that found no cluster tries again.
    record RegisterAgain(String instanceId) implements Wake {}

    /// An instance that was shutting down is gone.
    record Terminated(String instanceId) implements Wake {}

    /// An instance that was stopping is off.
    record InstanceStopped(String instanceId) implements Wake {}

    /// A container instance's trunk interface is attached, or detached.
    record TrunkDone(String containerInstance) implements Wake {}

    /// An INACTIVE container instance has been kept for its hour.
    record ForgetInstance(String containerInstance) implements Wake {}

    /// A capacity provider's metric is due.
    record ManagedScaling(String capacityProvider) implements Wake {}

    /// A cluster's capacity providers have been updated.
    record ProvidersUpdated(String cluster) implements Wake {}

    /// A deleted revision may be unused by now.
    record DeleteRevision(TaskDefinitionName taskDefinition) implements Wake {}

    /// A stopped task has been kept for its hour.
    record DeleteTask(TaskId task) implements Wake {}

    /// Somebody has waited in vain for what a task needs before its containers start.
    ///
    /// @param words in ECS's words
    record NotPrepared(TaskId task, String words) implements Wake {}

    /// A task's grace period is over: from now on failed health checks count.
    record GraceOver(TaskId task) implements Wake {}
}
