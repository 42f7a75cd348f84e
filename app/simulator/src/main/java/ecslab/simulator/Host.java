package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskId;
import ecslab.engine.Observation;
import ecslab.engine.PullBehavior;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/// The simulated EC2 instance under several tasks.
final class Host {

    final String instanceId;
    final Subnet subnet;
    final String privateAddress;
    String publicAddress;
    final List<String> securityGroups;

    /// Images that were pulled: their layers needn't come again.
    final TreeSet<String> images = new TreeSet<>();

    /// Such as `X86_64`.
    final String architecture;

    PullBehavior pulls = PullBehavior.DEFAULT;

    /// `ECS_CONTAINER_STOP_TIMEOUT`
    Duration stopTimeout = ContainerDefinition.STOP_TIMEOUT_DEFAULT;

    /// Whether ECS hears the agent.
    boolean connected = true;

    /// Whether it is off.
    boolean halted;

    /// What the agent will tell when it is heard again.
    final List<Observation> held = new ArrayList<>();

    /// Tasks that ECS wants stopped and whose agent hasn't heard it yet.
    final LinkedHashSet<TaskId> stops = new LinkedHashSet<>();

    /// Tasks that have their machine here, in any order; [FleetState] keeps it.
    final TreeSet<TaskId> tasks = new TreeSet<>();

    /// The dynamic port that was given out last; the agent goes on from it.
    int lastPort;

    Host(
            String instanceId,
            Subnet subnet,
            String privateAddress,
            String publicAddress,
            List<String> securityGroups,
            String architecture) {
        this.instanceId = instanceId;
        this.subnet = subnet;
        this.privateAddress = privateAddress;
        this.publicAddress = publicAddress;
        this.securityGroups = securityGroups;
        this.architecture = architecture;
    }

    Host copy() {
        var copy =
                new Host(
                        instanceId,
                        subnet,
                        privateAddress,
                        publicAddress,
                        securityGroups,
                        architecture);
        copy.pulls = pulls;
        copy.stopTimeout = stopTimeout;
        copy.images.addAll(images);
        copy.connected = connected;
        copy.halted = halted;
        copy.held.addAll(held);
        copy.stops.addAll(stops);
        copy.tasks.addAll(tasks);
        copy.lastPort = lastPort;
        return copy;
    }
}
