package ecslab.engine;

import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import java.util.Map;
import java.util.Optional;

/// Whoever runs tasks: simulated Fargate capacity, or a Docker engine. Each call returns at once;
/// what comes of it comes back as [Observation]s.
public interface Machines {

    /// Makes room for a task: a machine and, in the given subnet, a network interface.
    void provision(TaskId task, Subnet subnet, boolean assignPublicIp);

    /// Pulls the images, then creates and starts the containers.
    ///
    /// @param grants by container name: may its image be pulled?
    void launch(Task task, TaskDefinition definition, Map<String, PullGrant> grants);

    /// Sends SIGTERM to the containers that run, SIGKILL to those still there after their
    /// `stopTimeout`, and gives up what hasn't started.
    void stop(TaskId task);

    /// Breaks or mends something.
    void disturb(Disturbance what);

    /// The URI of an image that a registry holds.
    ///
    /// @param nameOrUri with its tag; the last part of the URI will do
    Optional<String> image(String nameOrUri);

    /// Gives the machine and the network interface back.
    void release(TaskId task);
}
