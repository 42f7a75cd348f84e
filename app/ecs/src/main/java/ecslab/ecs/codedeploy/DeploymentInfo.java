package ecslab.ecs.codedeploy;

import ecslab.ecs.model.DeploymentStrategy;
import ecslab.ecs.model.ServiceDeployment.Traffic;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.Optional;

/// A deployment of CodeDeploy's, as GetDeployment and GetDeploymentTarget show it.
///
/// @param deploymentId `d-` and nine letters or digits
/// @param group with its application
/// @param revision what is deployed, and by which configuration
/// @param sets the task sets that traffic goes between
/// @param traffic green's shares
/// @param progress what it does now, and until when
/// @param lifecycleEvents all of them, in their order
public record DeploymentInfo(
        String deploymentId,
        DeploymentGroup group,
        Revision revision,
        Origin origin,
        TaskSets sets,
        DeploymentState status,
        ErrorInformation error,
        String rollbackDeploymentId,
        Traffic traffic,
        Progress progress,
        List<LifecycleEvent> lifecycleEvents,
        Times times) {

    /// What is deployed, and how its traffic goes over.
    public record Revision(AppSpec appSpec, DeploymentConfig config) {}

    /// Why there is this deployment.
    ///
    /// @param rollsBack the deployment that it rolls back; empty if a user made it
    public record Origin(String description, String rollsBack) {

        public boolean isRollback() {
            return !rollsBack.isEmpty();
        }

        /// `creator`
        public String creator() {
            return isRollback() ? "codeDeployRollback" : "user";
        }
    }

    /// What traffic goes between.
    ///
    /// @param blue the task set that traffic leaves
    /// @param green the one that it goes to; empty before Install
    public record TaskSets(String blue, String green) {}

    /// `errorInformation`
    ///
    /// @param code such as `HOOK_EXECUTION_FAILURE`; empty if nothing is wrong
    public record ErrorInformation(String code, String message) {

        public static final ErrorInformation NONE = new ErrorInformation("", "");
    }

    /// How far it has come, and what it waits for.
    ///
    /// @param step of the production traffic, from 1; 0 before AllowTraffic
    /// @param continued whether ContinueDeployment was called, or nobody had to
    /// @param terminationWaitStarted `instanceTerminationWaitTimeStarted`
    /// @param until before this nothing goes on by itself
    public record Progress(
            int step, boolean continued, boolean terminationWaitStarted, SimInstant until) {

        public static final Progress NONE = new Progress(0, false, false, SimInstant.START);

        public Progress until(SimInstant next) {
            return new Progress(step, continued, terminationWaitStarted, next);
        }
    }

    /// When it was made, began and ended.
    ///
    /// @param startTime of no meaning while it is Created
    /// @param completeTime of no meaning before it is over
    public record Times(SimInstant createTime, SimInstant startTime, SimInstant completeTime) {}

    public ServiceName service() {
        return group.service();
    }

    public DeploymentStrategy routing() {
        return revision.config().routing();
    }

    /// The last lifecycle event that has begun.
    public Optional<LifecycleEvent> newestEvent() {
        return lifecycleEvents.stream()
                .filter(one -> one.status().hasBegun())
                .reduce((_, later) -> later);
    }

    /// The first lifecycle event that isn't done.
    public Optional<LifecycleEvent> nextEvent() {
        return lifecycleEvents.stream().filter(one -> !one.status().isOver()).findFirst();
    }

    public boolean hasBegun(LifecycleEventName name) {
        return lifecycleEvents.stream()
                .anyMatch(one -> one.name() == name && one.status().hasBegun());
    }

    /// `CLUSTER:SERVICE`, the only target of a deployment to ECS.
    public String targetId() {
        return service().cluster() + ":" + service().service();
    }

    /// `rollbackMessage` of `rollbackInfo`, in CodeDeploy's words; may be empty.
    public String rollbackMessage() {
        if (origin.isRollback()) {
            return "Deployment "
                    + deploymentId
                    + " is triggered to roll back deployment "
                    + origin.rollsBack()
                    + ".";
        }
        return rollbackDeploymentId.isEmpty()
                ? ""
                : "Deployment "
                        + deploymentId
                        + " terminated. Automatic rollback is triggered with a DeploymentId "
                        + rollbackDeploymentId
                        + ".";
    }

    public DeploymentInfo withStatus(DeploymentState next, Times at) {
        return with(sets, next, error, rollbackDeploymentId, traffic, progress, at);
    }

    public DeploymentInfo withSets(TaskSets next) {
        return with(next, status, error, rollbackDeploymentId, traffic, progress, times);
    }

    public DeploymentInfo withError(ErrorInformation next, String rolledBackBy) {
        return with(sets, status, next, rolledBackBy, traffic, progress, times);
    }

    public DeploymentInfo withTraffic(Traffic next) {
        return with(sets, status, error, rollbackDeploymentId, next, progress, times);
    }

    public DeploymentInfo withProgress(Progress next) {
        return with(sets, status, error, rollbackDeploymentId, traffic, next, times);
    }

    /// With one of its lifecycle events replaced.
    public DeploymentInfo withEvent(LifecycleEvent changed) {
        return withEvents(
                lifecycleEvents.stream()
                        .map(one -> one.name() == changed.name() ? changed : one)
                        .toList());
    }

    public DeploymentInfo withEvents(List<LifecycleEvent> next) {
        return new DeploymentInfo(
                deploymentId,
                group,
                revision,
                origin,
                sets,
                status,
                error,
                rollbackDeploymentId,
                traffic,
                progress,
                next,
                times);
    }

    private DeploymentInfo with(
            TaskSets between,
            DeploymentState state,
            ErrorInformation wrong,
            String rolledBackBy,
            Traffic shares,
            Progress far,
            Times at) {
        return new DeploymentInfo(
                deploymentId,
                group,
                revision,
                origin,
                between,
                state,
                wrong,
                rolledBackBy,
                shares,
                far,
                lifecycleEvents,
                at);
    }
}
