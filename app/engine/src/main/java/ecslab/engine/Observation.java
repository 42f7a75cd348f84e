package ecslab.engine;

import ecslab.ecs.model.HealthStatus;
import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.TargetId;
import ecslab.ecs.model.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a port has learned. Recorded with its moment, the observations are all that a live run has
/// and a simulated one hasn't.
public sealed interface Observation {

    record Provisioned(TaskId task, NetworkInterface networkInterface) implements Observation {}

    /// There was no room: the subnet has no address left.
    record NotProvisioned(TaskId task, String subnetId, boolean assignPublicIp)
            implements Observation {}

    /// An EC2 instance runs, and has its addresses.
    record InstanceRunning(String instanceId, String privateAddress, String publicAddress)
            implements Observation {}

    /// An agent asks to be registered.
    record AgentRegistered(String instanceId) implements Observation {}

    /// The way between ECS and an agent is cut, or open again, and nobody had asked for it.
    record AgentConnection(String instanceId, boolean connected) implements Observation {}

    record Released(TaskId task) implements Observation {}

    /// An image begins to arrive.
    ///
    /// @param expected how long the pull will take, were nothing to happen
    record PullStarted(TaskId task, String container, int sizeMib, int layers, Duration expected)
            implements Observation {}

    record PullFinished(TaskId task, String container, String digest) implements Observation {}

    /// No image came: the one that lies on the instance is used.
    ///
    /// @param failed why the registry's wasn't; empty if nobody asked for it
    record PullCached(TaskId task, String container, String digest, Optional<PullFailure> failed)
            implements Observation {}

    record PullFailed(TaskId task, String container, PullFailure why) implements Observation {}

    /// A container's program has been started.
    ///
    /// @param networkBindings the ports of the container instance that lead to it
    record ContainerStarted(TaskId task, String container, List<NetworkBinding> networkBindings)
            implements Observation {

        /// Started where ports lead nowhere else.
        public ContainerStarted(TaskId task, String container) {
            this(task, container, List.of());
        }
    }

    /// A container's program has ended.
    ///
    /// @param exitCode 0 to 255; 137 after SIGKILL
    /// @param reason in the agent's words; empty if there is nothing to say
    /// @param ranFor since its last start
    record ContainerStopped(
            TaskId task, String container, int exitCode, String reason, Duration ranFor)
            implements Observation {}

    /// A container's program has ended and was started again in place, by its restart policy.
    record ContainerRestarted(
            TaskId task,
            String container,
            int exitCode,
            String reason,
            int restartCount,
            Duration ranFor)
            implements Observation {}

    /// A container couldn't be started.
    ///
    /// @param error in the agent's words
    /// @param taskStops even if the container isn't essential
    record ContainerNotStarted(TaskId task, String container, String error, boolean taskStops)
            implements Observation {}

    /// A container health check has run.
    ///
    /// @param counts whether it counts: within the start period a failure doesn't
    /// @param verdict what the container's health is now
    record ContainerProbed(
            TaskId task,
            String container,
            boolean passed,
            int inARow,
            boolean counts,
            HealthStatus verdict)
            implements Observation {}

    /// The kernel kills a container for its memory; how it ended comes next.
    ///
    /// @param together whether it was the task's limit, reached by all containers together
    record OutOfMemory(TaskId task, String container, int usedMib, int limitMib, boolean together)
            implements Observation {}

    /// A program isn't built for the machine that it is started on; how it ended comes next.
    ///
    /// @param machine the machine's architecture
    /// @param image those that the image is built for
    record WrongArchitecture(TaskId task, String container, String machine, List<String> image)
            implements Observation {}

    /// A container was given up before it had started.
    record ContainerAbandoned(TaskId task, String container) implements Observation {}

    /// A health check was answered, or not.
    ///
    /// @param status the HTTP status; 0 if nobody answered
    record ProbeAnswered(TargetId target, int status) implements Observation {

        /// Instead of a status: the load balancer has waited in vain.
        public static final int TIMED_OUT = -1;

        /// Instead of a status: the connection was taken, which is all that a TCP check asks.
        public static final int CONNECTED = 1;
    }

    /// The task whose agent tells it; empty for what ECS learns in another way.
    default Optional<TaskId> toldByAgentOf() {
        return switch (this) {
            case PullStarted told -> Optional.of(told.task());
            case PullFinished told -> Optional.of(told.task());
            case PullCached told -> Optional.of(told.task());
            case WrongArchitecture told -> Optional.of(told.task());
            case PullFailed told -> Optional.of(told.task());
            case ContainerStarted told -> Optional.of(told.task());
            case ContainerStopped told -> Optional.of(told.task());
            case ContainerRestarted told -> Optional.of(told.task());
            case ContainerNotStarted told -> Optional.of(told.task());
            case ContainerProbed told -> Optional.of(told.task());
            case OutOfMemory told -> Optional.of(told.task());
            case ContainerAbandoned told -> Optional.of(told.task());
            case Provisioned _, NotProvisioned _, Released _ -> Optional.empty();
            case InstanceRunning _, AgentRegistered _, ProbeAnswered _ -> Optional.empty();
            case AgentConnection _ -> Optional.empty();
        };
    }
}
