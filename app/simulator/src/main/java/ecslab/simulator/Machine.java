package ecslab.simulator;

import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskDefinition;
import ecslab.engine.PullGrant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The simulated machine under one Fargate task.
final class Machine {

    final Subnet subnet;

    /// None if the subnet had no address left.
    final Optional<NetworkInterface> networkInterface;

    /// Grows by one whenever what was begun becomes void.
    int life;

    /// How many images have been pulled.
    int pulled;

    TreeMap<String, PullGrant> grants = new TreeMap<>();
    final TreeMap<String, ContainerState> containers = new TreeMap<>();

    /// The containers were told to stop: nothing starts any more.
    boolean stopping;

    /// Grows by one whenever it was reckoned anew when memory runs out.
    int memoryTurn;

    Machine(Subnet subnet, Optional<NetworkInterface> networkInterface) {
        this.subnet = subnet;
        this.networkInterface = networkInterface;
    }

    Machine copy() {
        var copy = new Machine(subnet, networkInterface);
        copy.life = life;
        copy.pulled = pulled;
        copy.grants = new TreeMap<>(grants);
        containers.forEach((name, state) -> copy.containers.put(name, state.copy()));
        copy.stopping = stopping;
        copy.memoryTurn = memoryTurn;
        return copy;
    }

    void prepare(TaskDefinition definition, Map<String, PullGrant> allowed) {
        grants = new TreeMap<>(allowed);
        definition
                .containerDefinitions()
                .forEach(c -> containers.put(c.name(), new ContainerState()));
    }

    /// Whether all images are there.
    boolean isPulled() {
        return pulled == containers.size();
    }

    boolean hasInternet() {
        return subnet.publicRoute()
                && networkInterface.filter(eni -> !eni.publicIpv4Address().isEmpty()).isPresent();
    }

    boolean runs(String container) {
        var state = containers.get(container);
        return state != null && state.runs();
    }

    ContainerState container(String name) {
        return Objects.requireNonNull(containers.get(name), "no container has the name");
    }
}
