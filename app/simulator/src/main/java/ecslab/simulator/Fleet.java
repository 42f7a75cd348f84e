package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.engine.Machines;
import ecslab.engine.Observation;
import ecslab.engine.PullFailure;
import ecslab.engine.PullGrant;
import ecslab.simulator.Machine.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Simulated Fargate capacity: machines with network interfaces, pulls, containers and programs.
final class Fleet implements Machines {

    private final FleetState state;
    private final SimAgenda agenda;
    private final Registry registry;
    private final long seed;
    private final FleetTimings timings;

    Fleet(FleetState state, SimAgenda agenda, Registry registry, long seed, FleetTimings timings) {
        this.state = state;
        this.agenda = agenda;
        this.registry = registry;
        this.seed = seed;
        this.timings = timings;
    }

    @Override
    public void provision(TaskId task, Subnet subnet, boolean assignPublicIp) {
        var address = state.addresses.take(subnet);
        if (address.isEmpty()) {
            state.machines.put(task, new Machine(subnet, Optional.empty()));
            tell(
                    task,
                    timings.provision(),
                    new Observation.NotProvisioned(task, subnet.subnetId(), assignPublicIp));
            return;
        }
        var eni =
                new NetworkInterface(
                        "eni-0" + hex("ids/eni"),
                        subnet.subnetId(),
                        address.get(),
                        assignPublicIp && subnet.publicRoute() ? publicAddress() : "");
        state.machines.put(task, new Machine(subnet, Optional.of(eni)));
        tell(task, timings.provision(), new Observation.Provisioned(task, eni));
    }

    @Override
    public void launch(Task task, TaskDefinition definition, Map<String, PullGrant> grants) {
        state.definitions.put(task.id(), definition);
        machine(task.id()).prepare(definition, grants);
        nextPull(new Work.NextPull(task.id(), machine(task.id()).life));
    }

    /// Pulls one image after another, then starts the containers.
    void nextPull(Work.NextPull next) {
        var task = next.task();
        var machine = state.machines.get(task);
        var definition = state.definitions.get(task);
        if (machine == null || definition == null || machine.life != next.machine()) {
            return;
        }
        var containers = definition.containerDefinitions();
        if (machine.pulled == containers.size()) {
            containers.forEach(container -> startContainer(task, container));
            return;
        }
        pull(task, machine, containers.get(machine.pulled));
    }

    private void pull(TaskId task, Machine machine, ContainerDefinition container) {
        var image = registry.find(container.image());
        var grant = Objects.requireNonNull(machine.grants.get(container.name()));
        var failure = failure(machine, grant, image.isPresent());
        if (failure != null) {
            tell(
                    task,
                    timings.pullGivesUp(),
                    new Observation.PullFailed(task, container.name(), failure));
            return;
        }
        var behaviour = image.orElseThrow();
        var length = timings.pull(behaviour.sizeMib());
        machine.pulled++;
        tell(
                task,
                Duration.ZERO,
                new Observation.PullStarted(
                        task, container.name(), behaviour.sizeMib(), behaviour.layers(), length));
        tell(
                task,
                length,
                new Observation.PullFinished(
                        task, container.name(), registry.digest(behaviour.uri())));
        agenda.after(length, new Work.NextPull(task, machine.life));
    }

    private static @org.jspecify.annotations.Nullable PullFailure failure(
            Machine machine, PullGrant grant, boolean found) {
        if (!machine.hasInternet()) {
            return new PullFailure.NoRoute();
        }
        return switch (grant) {
            case PullGrant.Denied(var role, var action, var resource) ->
                    new PullFailure.AccessDenied(role, action, resource);
            case PullGrant.Allowed _, PullGrant.Anonymous _ ->
                    found ? null : new PullFailure.NotFound();
        };
    }

    private void startContainer(TaskId task, ContainerDefinition container) {
        var behaviour = behaviour(container);
        tell(
                task,
                timings.createContainer(),
                new Observation.ContainerStarted(task, container.name(), List.of()));
        agenda.after(
                timings.createContainer().plus(behaviour.startsIn()),
                new Work.Answers(task, container.name()));
    }

    /// The program has come up, unless it was told to stop meanwhile.
    void answers(TaskId task, String container) {
        var machine = state.machines.get(task);
        if (machine != null && machine.programs.get(container) == Program.STARTING) {
            machine.programs.put(container, Program.ANSWERING);
        }
    }

    /// SIGTERM. A program that isn't up yet has nothing to finish and ends at once; one that drains
    /// for longer than its `stopTimeout` meets SIGKILL.
    @Override
    public void stop(TaskId task) {
        var machine = state.machines.get(task);
        var definition = state.definitions.get(task);
        if (machine == null || definition == null) {
            return;
        }
        machine.life++;
        for (var container : definition.containerDefinitions()) {
            if (machine.runs(container.name())) {
                terminate(task, machine, container);
            } else if (machine.programs.get(container.name()) == Program.WAITING) {
                machine.programs.put(container.name(), Program.ENDED);
                tell(
                        task,
                        Duration.ZERO,
                        new Observation.ContainerAbandoned(task, container.name()));
            }
        }
    }

    private void terminate(TaskId task, Machine machine, ContainerDefinition container) {
        var behaviour = behaviour(container);
        var before = machine.programs.put(container.name(), Program.DRAINING);
        var drains = before == Program.STARTING ? Duration.ZERO : behaviour.onSigterm().drainsFor();
        var killed = drains.compareTo(container.stopTimeout()) > 0;
        tell(
                task,
                killed ? container.stopTimeout() : drains,
                new Observation.ContainerStopped(
                        task,
                        container.name(),
                        killed ? Exit.KILLED : behaviour.onSigterm().exitCode()));
    }

    @Override
    public void release(TaskId task) {
        var machine = state.machines.get(task);
        if (machine != null) {
            machine.life++;
        }
        tell(task, timings.release(), new Observation.Released(task));
    }

    /// Whether what a machine wanted to tell still holds; what it leads to here is done.
    boolean isCurrent(Work.Machine told) {
        var machine = state.machines.get(told.task());
        if (machine == null || machine.life != told.machine()) {
            return false;
        }
        switch (told.observation()) {
            case Observation.ContainerStopped(_, var container, _) ->
                    machine.programs.put(container, Program.ENDED);
            case Observation.Released _ -> forget(told.task(), machine);
            case Observation.NotProvisioned _, Observation.Provisioned _ -> {}
            case Observation.PullStarted _ -> {}
            case Observation.PullFinished _, Observation.PullFailed _ -> {}
            case Observation.ContainerStarted(_, var container, _) ->
                    machine.programs.put(container, Program.STARTING);
            case Observation.ContainerAbandoned _ -> {}
            case Observation.ProbeAnswered _ -> {}
        }
        return true;
    }

    private void forget(TaskId task, Machine machine) {
        state.machines.remove(task);
        state.definitions.remove(task);
        machine.networkInterface.ifPresent(
                eni -> state.addresses.giveBack(machine.subnet, eni.privateIpv4Address()));
    }

    /// Who answers at an address and port, if anybody does.
    Door door(TaskId task, int port) {
        var machine = state.machines.get(task);
        var definition = state.definitions.get(task);
        if (machine == null || definition == null) {
            return Door.CLOSED;
        }
        for (var container : definition.containerDefinitions()) {
            var listens =
                    container.portMappings().stream().anyMatch(p -> p.containerPort() == port);
            if (listens && machine.programs.get(container.name()) == Program.ANSWERING) {
                return new Door.Open(container.name(), behaviour(container));
            }
        }
        return Door.CLOSED;
    }

    /// Whether the program goes on with what it has begun.
    boolean stillWorks(TaskId task, String container) {
        var machine = state.machines.get(task);
        return machine != null && machine.runs(container);
    }

    /// A port: somebody listens, or nobody.
    sealed interface Door {

        Door CLOSED = new Closed();

        record Closed() implements Door {}

        record Open(String container, ImageBehaviour behaviour) implements Door {}
    }

    private void tell(TaskId task, Duration wait, Observation what) {
        agenda.after(wait, new Work.Machine(task, machine(task).life, what));
    }

    private Machine machine(TaskId task) {
        return Objects.requireNonNull(state.machines.get(task), "no machine runs the task");
    }

    private ImageBehaviour behaviour(ContainerDefinition container) {
        return registry.find(container.image()).orElseThrow();
    }

    /// From TEST-NET-3 (RFC 5737): an address that nobody has.
    private String publicAddress() {
        return "203.0.113." + (1 + Chance.below(254, draw("ids/publicIp")));
    }

    private String hex(String stream) {
        var digits = Long.toHexString(draw(stream));
        return "0".repeat(16 - digits.length()) + digits;
    }

    private long draw(String stream) {
        return Chance.draw(seed, stream, state.draws.merge(stream, 1L, Long::sum) - 1);
    }
}
