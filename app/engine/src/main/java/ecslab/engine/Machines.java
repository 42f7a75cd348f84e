package ecslab.engine;

import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whoever runs tasks: simulated Fargate capacity, or a Docker engine. Each call returns at once;
/// what comes of it comes back as [Observation]s.
public interface Machines {

    /// Where a task gets its room.
    ///
    /// @param ec2InstanceId empty on Fargate, where the machine is the task's own
    /// @param subnet of the task's network interface, or of the instance's where it has none
    record Room(
            String ec2InstanceId,
            Subnet subnet,
            boolean assignPublicIp,
            List<String> securityGroups) {}

    /// Makes room for a task with a network interface of its own, in the given subnet.
    void provision(TaskId task, Room room);

    /// Gives a task its room on an instance, whose network it shares.
    void seat(TaskId task, Room room);

    /// Pulls the images, then creates and starts the containers.
    ///
    /// @param grants by container name: may its image be pulled?
    void launch(Task task, TaskDefinition definition, Map<String, PullGrant> grants);

    /// Sends SIGTERM to the containers that run, SIGKILL to those still there after their
    /// `stopTimeout`, and gives up what hasn't started.
    void stop(TaskId task);

    /// Looks whether something can be broken here at all.
    ///
    /// @throws ecslab.ecs.ApiException if it can't, with the reason
    default void check(Disturbance what) {}

    /// Breaks or mends something.
    void disturb(Disturbance what);

    /// The URI of an image that a registry holds.
    ///
    /// @param nameOrUri with its tag; the last part of the URI will do
    Optional<String> image(String nameOrUri);

    /// Gives the machine and the network interface back.
    void release(TaskId task);

    /// A task's machine is gone at once, and what ran on it.
    void lose(TaskId task);

    /// Starts an EC2 instance.
    ///
    /// @param registersIn until its agent asks to be registered
    void start(Ec2Instance instance, Subnet subnet, Duration registersIn);

    /// How an instance's agent pulls images, if not by its default.
    default void pulls(String ec2InstanceId, PullBehavior behavior) {}

    /// How long an instance's agent waits between SIGTERM and SIGKILL for a container that doesn't
    /// say so itself, if not by its default.
    default void stopsAfter(String ec2InstanceId, Duration stopTimeout) {}

    /// What an instance of a type has to give that only these machines have, such as the learner's
    /// own computer; empty for every type of EC2's.
    default Optional<HostResources> own(String instanceType) {
        return Optional.empty();
    }

    void terminate(String ec2InstanceId);

    /// Stops an EC2 instance: it keeps its disk and its private address.
    void halt(String ec2InstanceId);

    /// Starts it again.
    ///
    /// @param registersIn until its agent asks to be registered
    void resume(String ec2InstanceId, Duration registersIn);

    /// Cuts the way between ECS and an agent, or mends it. What happens meanwhile is told later.
    void agent(String ec2InstanceId, boolean connected);

    /// Whether a way leads from a task to a service of AWS, such as `logs`. Machines that aren't
    /// simulated have ways of their own.
    default boolean reaches(TaskId task, String service) {
        return true;
    }

    /// Whether security groups let a task in on a port.
    ///
    /// @param securityGroups of whom it calls
    default boolean lets(TaskId task, List<String> securityGroups, int port) {
        return true;
    }

    /// Starts no container of a task whose images are there: what else it needs isn't.
    default void hold(TaskId task) {}

    /// The network is another now.
    void network(Network network);
}
