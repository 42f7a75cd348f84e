package ecslab.simulator;

import ecslab.ecs.model.NetworkBinding;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskDefinition;
import ecslab.engine.Machines.Room;
import ecslab.engine.PullGrant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The simulated machine under one task: Fargate's own, or its share of an instance.
final class Machine {

    final Subnet subnet;

    /// The EC2 instance; empty on Fargate.
    final String host;

    final List<String> securityGroups;

    /// By container: the instance's ports that lead to it.
    final TreeMap<String, List<NetworkBinding>> bindings = new TreeMap<>();

    /// None if the subnet had no address left, and where the task shares its instance's network.
    final Optional<NetworkInterface> networkInterface;

    /// Grows by one whenever what was begun becomes void.
    int life;

    /// The service that its task belongs to.
    Optional<ServiceName> service = Optional.empty();

    /// How many images have been pulled.
    int pulled;

    /// What came over the network, compressed.
    int pulledMib;

    TreeMap<String, PullGrant> grants = new TreeMap<>();

    /// What it runs; none until it is told.
    @Nullable TaskDefinition definition;

    final LinkedHashMap<String, ContainerState> containers = new LinkedHashMap<>();

    /// The containers were told to stop: nothing starts any more.
    boolean stopping;

    /// Grows by one whenever it was reckoned anew when memory runs out.
    int memoryTurn;

    Machine(Room room, Optional<NetworkInterface> networkInterface) {
        this(room.subnet(), room.ec2InstanceId(), room.securityGroups(), networkInterface);
    }

    private Machine(
            Subnet subnet,
            String host,
            List<String> securityGroups,
            Optional<NetworkInterface> networkInterface) {
        this.subnet = subnet;
        this.host = host;
        this.securityGroups = securityGroups;
        this.networkInterface = networkInterface;
    }

    Machine copy() {
        var copy = new Machine(subnet, host, securityGroups, networkInterface);
        copy.bindings.putAll(bindings);
        copy.life = life;
        copy.service = service;
        copy.pulled = pulled;
        copy.pulledMib = pulledMib;
        copy.grants = new TreeMap<>(grants);
        copy.definition = definition;
        containers.forEach((name, state) -> copy.containers.put(name, state.copy()));
        copy.stopping = stopping;
        copy.memoryTurn = memoryTurn;
        return copy;
    }

    void prepare(TaskDefinition wanted, Map<String, PullGrant> allowed) {
        definition = wanted;
        grants = new TreeMap<>(allowed);
        for (var container : wanted.containerDefinitions()) {
            containers.put(container.name(), new ContainerState());
        }
    }

    /// Whether all images are there.
    boolean isPulled() {
        return pulled == containers.size();
    }

    /// Whether a program has been started that nobody has told to stop.
    boolean isUp() {
        for (var container : containers.values()) {
            if (container.isUp()) {
                return true;
            }
        }
        return false;
    }

    boolean runs(String container) {
        var state = containers.get(container);
        return state != null && state.runs();
    }

    ContainerState container(String name) {
        return Objects.requireNonNull(containers.get(name), "no container has the name");
    }
}
