package ecslab.ecs.event;

import ecslab.ecs.ApiError;
import ecslab.ecs.codedeploy.CodeDeployResource;
import ecslab.ecs.codedeploy.DeploymentInfo;
import ecslab.ecs.command.Command;
import ecslab.ecs.model.Alarm;
import ecslab.ecs.model.AutoScalingGroup;
import ecslab.ecs.model.CapacityProvider;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.ContainerInstance;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Fault;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.Latencies;
import ecslab.ecs.model.LifecycleStage;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.Neighbour;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.ProtectedTask;
import ecslab.ecs.model.Role;
import ecslab.ecs.model.Service;
import ecslab.ecs.model.ServiceDeployment;
import ecslab.ecs.model.ServiceDeployment.HookStatus;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.ServiceRevision;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskDefinitionName;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A fact that a cluster reports: ECS's own EventBridge `detail-type`s, its neighbours' facts,
/// decisions and refusals.
///
/// Nobody may refuse or change an event. The picture, the event log and the checks read the same
/// stream, so what one of them shows the others can explain.
public sealed interface Event permits Decision, Event.Reported {

    SimInstant at();

    /// The records of everything that is not a [Decision].
    static List<Class<?>> kinds() {
        return Stream.of(Reported.class.getPermittedSubclasses())
                .<Class<?>>mapMulti((kind, out) -> {
                    if (kind.isSealed()) {
                        Stream.of(kind.getPermittedSubclasses()).forEach(out);
                    } else {
                        out.accept(kind);
                    }
                })
                .toList();
    }

    /// Everything that is not a [Decision].
    sealed interface Reported extends Event {}

    /// `ECS Task State Change`: the whole task, as it is now.
    record TaskStateChange(SimInstant at, Task task) implements Reported {}

    /// `ECS Service Action`
    ///
    /// @param eventType `INFO`, `WARN` or `ERROR`
    /// @param eventName such as `SERVICE_STEADY_STATE`
    /// @param reason such as `RESOURCE:CPU`; may be empty
    record ServiceAction(
            SimInstant at, ServiceName service, String eventType, String eventName, String reason)
            implements Reported {}

    /// `ECS Deployment State Change`
    ///
    /// @param eventName such as `SERVICE_DEPLOYMENT_COMPLETED`
    record DeploymentStateChange(
            SimInstant at,
            ServiceName service,
            String deploymentId,
            String eventName,
            String reason)
            implements Reported {}

    /// One of a service's `events[]`.
    ///
    /// @param message in ECS's words, with its prefix `(service NAME) `
    record ServiceEvent(SimInstant at, ServiceName service, String id, String message)
            implements Reported {}

    /// What happens on a service's way from one revision to the next.
    sealed interface Deploying extends Reported {}

    /// A service revision came to be. It never changes.
    record ServiceRevisionChange(SimInstant at, ServiceRevision revision) implements Deploying {}

    /// A service deployment as DescribeServiceDeployments would now show it.
    record ServiceDeploymentChange(SimInstant at, ServiceDeployment deployment)
            implements Deploying {}

    /// A CloudWatch alarm as DescribeAlarms would now show it.
    record AlarmChange(SimInstant at, Alarm alarm) implements Deploying {}

    /// A task is protected from scale-in, or no more.
    record TaskProtectionChange(SimInstant at, ProtectedTask task) implements Deploying {}

    /// CodeDeploy was told of an application, a deployment configuration or a deployment group.
    record CodeDeployResourceChange(SimInstant at, CodeDeployResource resource)
            implements Deploying {}

    /// `CodeDeploy Deployment State-change Notification`: the whole deployment, as GetDeployment
    /// and GetDeploymentTarget would now show it.
    record CodeDeployDeploymentChange(SimInstant at, DeploymentInfo deployment)
            implements Deploying {}

    /// A lifecycle hook was asked, has answered, or wasn't waited for any longer.
    ///
    /// @param function empty for a pause
    /// @param hookStatus what is known of it now
    record HookCall(
            SimInstant at,
            ServiceName service,
            String serviceDeployment,
            LifecycleStage stage,
            String hookId,
            String function,
            HookStatus hookStatus)
            implements Deploying {}

    /// A service as DescribeServices would now show it.
    record ServiceChange(SimInstant at, Service service) implements Reported {}

    /// A cluster as DescribeClusters would now show it.
    record ClusterChange(SimInstant at, ClusterDescription cluster) implements Reported {}

    record TaskDefinitionChange(SimInstant at, TaskDefinition taskDefinition) implements Reported {}

    /// An EC2 instance as DescribeInstances would now show it.
    record InstanceChange(SimInstant at, Ec2Instance instance) implements Reported {}

    /// `ECS Container Instance State Change`
    record ContainerInstanceChange(SimInstant at, ContainerInstance containerInstance)
            implements Reported {}

    record AutoScalingGroupChange(SimInstant at, AutoScalingGroup group) implements Reported {}

    record CapacityProviderChange(SimInstant at, CapacityProvider provider) implements Reported {}

    /// Something of another AWS service that tasks need was made, or was taken away.
    record NeighbourChange(SimInstant at, Neighbour neighbour, boolean present)
            implements Reported {}

    record NetworkChange(SimInstant at, Network network) implements Reported {}

    record RoleChange(SimInstant at, Role role) implements Reported {}

    record ImageChange(SimInstant at, Image image) implements Reported {}

    record LoadBalancerChange(SimInstant at, LoadBalancer loadBalancer) implements Reported {}

    /// A listener with all its rules, as DescribeListeners and DescribeRules would now show them.
    record ListenerChange(SimInstant at, Listener listener) implements Reported {}

    record TargetGroupChange(SimInstant at, TargetGroup targetGroup) implements Reported {}

    /// A load balancer, a listener or a target group is no more.
    ///
    /// @param id a load balancer's or a target group's name, or a listener's ARN
    record BalancingDeleted(SimInstant at, BalancingNoun noun, String id) implements Reported {}

    /// A target's health as DescribeTargetHealth would now show it; `unused` with the reason
    /// `Target.NotRegistered` means that it is gone.
    record TargetHealthChange(SimInstant at, Target target) implements Reported {}

    /// A health check was answered, or not.
    ///
    /// @param status the HTTP status; 0 if nobody answered
    /// @param inARow how often the same verdict has come in a row
    record HealthProbe(
            SimInstant at, TargetId target, TaskId task, int status, boolean passed, int inARow)
            implements Reported {}

    /// A container health check has run in a container.
    ///
    /// @param inARow how often the same has come in a row
    /// @param counts whether a failure counts; within the start period it doesn't
    record ContainerProbe(
            SimInstant at,
            TaskId task,
            String container,
            boolean passed,
            int inARow,
            boolean counts)
            implements Reported {}

    /// A container that had ended was started again in place, by its restart policy. Its task
    /// doesn't change.
    ///
    /// @param exitCode what it had ended with
    /// @param restartCount 1 for the first restart
    record ContainerRestart(
            SimInstant at, TaskId task, String container, int exitCode, int restartCount)
            implements Reported {}

    /// A stopped task has been kept for its hour, and DescribeTasks knows it no more.
    record TaskDeleted(SimInstant at, TaskId task) implements Reported {}

    /// An INACTIVE container instance has been kept for its hour, and DescribeContainerInstances
    /// knows it no more.
    record ContainerInstanceDeleted(SimInstant at, String containerInstance) implements Reported {}

    /// A deleted revision that nobody uses any more: DescribeTaskDefinition knows it no more.
    record TaskDefinitionDeleted(SimInstant at, TaskDefinitionName taskDefinition)
            implements Reported {}

    /// Something was broken on purpose, or mended.
    record FaultChange(SimInstant at, Fault fault, boolean present) implements Reported {}

    /// A pull of an image began, ended or failed.
    ///
    /// @param container which container needs it
    record ImagePull(SimInstant at, TaskId task, String container, String image, Pull pull)
            implements Reported {}

    /// How far a pull has come.
    sealed interface Pull {

        /// The pull has begun.
        ///
        /// @param expected how long it will take, were nothing to happen
        record Started(int sizeMib, int layers, Duration expected) implements Pull {}

        record Finished(String digest) implements Pull {}

        /// The image that lies on the instance already is used.
        ///
        /// @param failure why the registry's isn't, in ECS's words; empty if nobody asked for it
        record Cached(String digest, String failure) implements Pull {}

        /// The pull has come to nothing.
        ///
        /// @param message in ECS's words
        record Failed(String message) implements Pull {}
    }

    /// A user sent a request.
    ///
    /// @param request numbers the run's requests from 1
    /// @param traffic the name of the scenario's traffic that it belongs to
    /// @param loadBalancer the name of the load balancer it was sent to
    record RequestSent(
            SimInstant at, long request, String traffic, String loadBalancer, String path)
            implements Reported {}

    /// The load balancer chose a target.
    record RequestRouted(SimInstant at, long request, TargetId target, TaskId task)
            implements Reported {}

    /// A request has come to its end. Every request ends exactly once.
    ///
    /// @param status the HTTP status that the user sees
    /// @param cause why it failed; [RequestCause#SERVED] if it didn't
    /// @param took since it was sent
    record RequestAnswered(
            SimInstant at,
            long request,
            String traffic,
            String loadBalancer,
            Route route,
            int status,
            RequestCause cause,
            Duration took)
            implements Reported {

        /// Whether it is the user's loss: answered with 5xx, or not at all.
        public boolean isFailure() {
            return cause.isFailure(status);
        }
    }

    /// What became of a traffic's requests in a stretch of time, but for those that are told one by
    /// one.
    ///
    /// @param at the stretch's end
    /// @param sent how many were sent
    /// @param rows how many were answered, by way and outcome
    record RequestWindow(
            SimInstant at,
            Duration length,
            String traffic,
            String loadBalancer,
            long sent,
            List<WindowRow> rows)
            implements Reported {}

    /// How busy a service's tasks were in a stretch of time, as CloudWatch would count it.
    ///
    /// @param at the stretch's end
    /// @param cpuPermille of what the tasks reserve; 1,000 is all of it
    /// @param memoryPermille likewise, at the stretch's end
    /// @param latencies of the requests that its tasks answered
    /// @param tasks those that run
    record UtilizationReport(
            SimInstant at,
            Duration period,
            ServiceName service,
            int cpuPermille,
            int memoryPermille,
            Latencies latencies,
            List<TaskUse> tasks)
            implements Reported {}

    /// The way that a request took behind the load balancer.
    sealed interface Route {

        Route NOWHERE = new Nowhere();

        /// The load balancer had nobody to send it to.
        record Nowhere() implements Route {}

        record To(TargetId target, TaskId task) implements Route {}
    }

    /// Why a request ended as it did. The text `request.cause.WORD` says it aloud.
    enum RequestCause {
        SERVED("served"),
        /// The load balancer answered itself: a rule has a fixed response.
        FIXED_RESPONSE("fixed"),
        /// The load balancer sent the user elsewhere: a rule redirects.
        REDIRECTED("redirected"),
        /// 503: the target group has no registered target.
        NO_REGISTERED_TARGETS("noTargets"),
        /// 502: the target didn't take the connection.
        CONNECTION_REFUSED("refused"),
        /// 502: the target went away before it had answered.
        TARGET_CLOSED("closed"),
        /// 502: the target had closed the idle connection that the load balancer used again.
        KEEP_ALIVE_ENDED("keepAlive"),
        /// 502: the deregistration delay was over before the target had answered.
        DEREGISTERED("deregistered"),
        /// 504: the target took the connection, but didn't answer before the idle timeout.
        TOO_SLOW("slow"),
        /// 504: the target takes no more connections.
        NO_ROOM("full"),
        /// 504: no way leads to the target.
        NO_ROUTE("noRoute"),
        /// 460: the user has given up before the load balancer did.
        CLIENT_GONE("clientGone"),
        /// 504: the target didn't take the connection in time; a security group is in the way.
        TIMED_OUT("timeout"),
        /// Nobody answered the user: a security group is in the way to the load balancer.
        UNREACHABLE("unreachable"),
        /// The listener that it was sent to doesn't exist.
        NO_LISTENER("noListener");

        private final String word;

        RequestCause(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /// Whether an answer is the user's loss: 5xx, 460 for one who gave up, or none.
        public boolean isFailure(int status) {
            return status == 0 || status == 460 || status >= 500;
        }
    }

    /// Somebody called the API, and it was done.
    ///
    /// @param call numbers the run's calls from 1
    record ApiCall(SimInstant at, long call, Origin origin, Command command) implements Reported {}

    /// Somebody called the API, and it was refused.
    record ApiRefusal(SimInstant at, long call, Origin origin, Command command, ApiError error)
            implements Reported {}

    /// Who called.
    enum Origin {
        /// The scenario, before its clock starts.
        SETUP,
        /// The scenario, at its time.
        SCENARIO,
        /// The person at the screen.
        LEARNER
    }
}
