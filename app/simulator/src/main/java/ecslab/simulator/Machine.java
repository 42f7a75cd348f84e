package ecslab.simulator;

import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskDefinition;
import ecslab.engine.PullGrant;
import java.util.Map;
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
    final TreeMap<String, Program> programs = new TreeMap<>();

    /// A container's program.
    enum Program {
        /// Not started yet.
        WAITING,
        /// Started, but doesn't answer yet.
        STARTING,
        ANSWERING,
        /// Told to stop: finishes what it has begun, takes nothing new.
        DRAINING,
        ENDED
    }

    Machine(Subnet subnet, Optional<NetworkInterface> networkInterface) {
        this.subnet = subnet;
        this.networkInterface = networkInterface;
    }

    Machine copy() {
        var copy = new Machine(subnet, networkInterface);
        copy.life = life;
        copy.pulled = pulled;
        copy.grants = new TreeMap<>(grants);
        copy.programs.putAll(programs);
        return copy;
    }

    void prepare(TaskDefinition definition, Map<String, PullGrant> allowed) {
        grants = new TreeMap<>(allowed);
        definition.containerDefinitions().forEach(c -> programs.put(c.name(), Program.WAITING));
    }

    boolean hasInternet() {
        return subnet.publicRoute()
                && networkInterface.filter(eni -> !eni.publicIpv4Address().isEmpty()).isPresent();
    }

    boolean runs(String container) {
        return switch (programs.getOrDefault(container, Program.ENDED)) {
            case STARTING, ANSWERING, DRAINING -> true;
            case WAITING, ENDED -> false;
        };
    }
}
