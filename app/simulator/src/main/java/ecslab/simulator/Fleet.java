package ecslab.simulator;

import ecslab.ecs.model.ContainerDefinition;
import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.Exit;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.ServiceName;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.scenario.ImageBehaviour;
import ecslab.engine.Disturbance;
import ecslab.engine.Machines;
import ecslab.engine.Observation;
import ecslab.engine.PullBehavior;
import ecslab.engine.PullGrant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Simulated capacity, Fargate's and instances': machines with network interfaces, pulls,
/// containers and programs.
final class Fleet implements Machines {

    private final FleetState state;
    private final SimAgenda agenda;
    private final Registry registry;
    private final Pulls pulls;
    private final FleetIds ids;
    private final Hosts hosts;
    private final FleetTimings timings;
    private final Memory memory;
    private final Containers containers;
    private final Doors doors;

    Fleet(FleetState state, SimAgenda agenda, Registry registry, long seed, FleetTimings timings) {
        this.state = state;
        this.agenda = agenda;
        this.registry = registry;
        pulls = new Pulls(state, agenda, registry, timings);
        ids = new FleetIds(state, seed);
        hosts = new Hosts(state, agenda, timings, ids);
        this.timings = timings;
        memory = new Memory(state, agenda);
        doors = new Doors(state, registry, agenda);
        containers = new Containers(state, agenda, registry, timings, memory);
    }

    @Override
    public void provision(TaskId task, Room room) {
        var subnet = room.subnet();
        var address = state.addresses.take(subnet);
        if (address.isEmpty()) {
            state.put(task, new Machine(room, Optional.empty()));
            tell(
                    task,
                    timings.provision(),
                    new Observation.NotProvisioned(task, subnet.subnetId(), room.assignPublicIp()));
            return;
        }
        var eni =
                new NetworkInterface(
                        "eni-0" + ids.hex("ids/eni"),
                        subnet.subnetId(),
                        address.get(),
                        room.assignPublicIp() && subnet.publicRoute() ? ids.publicAddress() : "");
        state.put(task, new Machine(room, Optional.of(eni)));
        tell(task, timings.provision(), new Observation.Provisioned(task, eni));
    }

    @Override
    public void seat(TaskId task, Room room) {
        state.put(task, new Machine(room, Optional.empty()));
    }

    @Override
    public void start(Ec2Instance instance, Subnet subnet, Duration registersIn) {
        hosts.start(instance, subnet, registersIn);
    }

    @Override
    public void pulls(String ec2InstanceId, PullBehavior behavior) {
        hosts.pulls(ec2InstanceId, behavior);
    }

    @Override
    public void stopsAfter(String ec2InstanceId, Duration stopTimeout) {
        hosts.stopsAfter(ec2InstanceId, stopTimeout);
    }

    /// Its tasks are lost one by one, by whoever knows them.
    @Override
    public void terminate(String instanceId) {
        hosts.terminate(instanceId);
    }

    @Override
    public void halt(String instanceId) {
        hosts.halt(instanceId);
    }

    @Override
    public void resume(String instanceId, Duration registersIn) {
        hosts.resume(instanceId, registersIn);
    }

    @Override
    public void agent(String instanceId, boolean connected) {
        hosts.agent(instanceId, connected);
    }

    /// What an agent has to tell that is heard again. What it was to be told comes first.
    List<Observation> back(String instanceId) {
        hosts.takeStops(instanceId).forEach(this::stop);
        return hosts.takeHeld(instanceId);
    }

    Hosts hosts() {
        return hosts;
    }

    boolean isAlive(String instanceId) {
        return state.hosts.containsKey(instanceId);
    }

    @Override
    public void network(Network network) {
        state.network = network;
    }

    @Override
    public boolean reaches(TaskId task, String service) {
        return Ways.reachesService(state, machine(task), service);
    }

    @Override
    public boolean lets(TaskId task, List<String> groups, int port) {
        return Firewall.lets(state.network, false, securityGroups(task), groups, port);
    }

    /// What was begun is void: no container starts.
    @Override
    public void hold(TaskId task) {
        machine(task).life++;
    }

    /// The security groups that stand before a task.
    List<String> securityGroups(TaskId task) {
        var machine = state.machines.get(task);
        return machine == null ? List.of() : machine.securityGroups;
    }

    /// The programs end at once.
    @Override
    public void lose(TaskId task) {
        var machine = state.machines.get(task);
        if (machine == null) {
            return;
        }
        var definition = machine.definition;
        machine.life++;
        if (definition != null) {
            for (var container : definition.containerDefinitions()) {
                kill(task, container.name(), Exit.KILLED)
                        .forEach(lost -> tell(task, Duration.ZERO, lost));
            }
        }
    }

    @Override
    public void launch(Task task, TaskDefinition definition, Map<String, PullGrant> grants) {
        var machine = machine(task.id());
        machine.prepare(definition, grants);
        machine.service = task.service().map(name -> new ServiceName(task.cluster(), name));
        nextPull(new Work.NextPull(task.id(), machine.life));
    }

    /// Pulls one image after another, then starts the containers.
    void nextPull(Work.NextPull next) {
        var task = next.task();
        var machine = state.machines.get(task);
        if (machine == null || machine.definition == null || machine.life != next.machine()) {
            return;
        }
        var wanted = machine.definition.containerDefinitions();
        if (machine.pulled == wanted.size()) {
            containers.startReady(task);
            return;
        }
        pulls.pull(task, machine, wanted.get(machine.pulled));
    }

    /// SIGTERM to the containers, in the reverse order of their dependencies.
    @Override
    public void stop(TaskId task) {
        var machine = state.machines.get(task);
        if (hosts.holdsStop(task)) {
            return;
        }
        if (machine != null && machine.definition != null) {
            state.troubles.frozen.remove(Troubles.of(task));
            machine.life++;
            containers.stop(task);
        }
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
            case Observation.ContainerStopped(var task, var container, int code, _, _) ->
                    containers.stopped(task, container, code);
            case Observation.Released _ -> forget(told.task(), machine);
            case Observation.NotProvisioned _, Observation.Provisioned _ -> {}
            case Observation.PullStarted _ -> {}
            case Observation.PullFinished(var task, var container, _) ->
                    pulls.keep(machine, task, container);
            case Observation.PullCached _ -> {}
            case Observation.PullFailed _ -> {}
            case Observation.ContainerStarted(var task, var container, _) ->
                    containers.started(task, container);
            case Observation.ContainerNotStarted(var task, var container, _, _) ->
                    containers.notStarted(task, container);
            case Observation.ContainerAbandoned _, Observation.ContainerRestarted _ -> {}
            case Observation.ContainerProbed _, Observation.OutOfMemory _ -> {}
            case Observation.WrongArchitecture _ -> {}
            case Observation.ProbeAnswered _ -> {}
            case Observation.InstanceRunning _, Observation.AgentRegistered _ -> {}
            case Observation.AgentConnection _ -> {}
        }
        return true;
    }

    private void forget(TaskId task, Machine machine) {
        state.remove(task);
        machine.networkInterface.ifPresent(
                eni -> state.addresses.giveBack(machine.subnet, eni.privateIpv4Address()));
    }

    /// Every task of a service whose programs have been started.
    void running(BiConsumer<ServiceName, TaskId> each) {
        state.machines.forEach((task, machine) -> {
            if (machine.service.isPresent() && machine.isUp()) {
                each.accept(machine.service.get(), task);
            }
        });
    }

    boolean knows(TaskId task) {
        return state.machines.containsKey(task);
    }

    Doors doors() {
        return doors;
    }

    Containers containers() {
        return containers;
    }

    /// One that is about to end after SIGTERM ends now.
    List<Observation> kill(TaskId task, String container, int exitCode) {
        var machine = state.machines.get(task);
        return machine != null && machine.runs(container)
                ? containers.ended(task, container, exitCode, "")
                : List.of();
    }

    @Override
    public Optional<String> image(String nameOrUri) {
        return registry.images().stream()
                .filter(one -> one.uri().equals(nameOrUri) || one.shortName().equals(nameOrUri))
                .map(Image::uri)
                .findFirst();
    }

    @Override
    public void disturb(Disturbance what) {
        switch (what) {
            case Disturbance.Kill(var task, var container, int exitCode) ->
                    agenda.after(Duration.ZERO, new Work.Kill(task, container, exitCode));
            case Disturbance.Registry(var host, var how) -> state.troubles.registry(host, how);
            case Disturbance.Subnet(var id, var full) -> state.addresses.fill(id, full);
            case Disturbance.Leak(var of, int mibPerMinute) -> {
                state.troubles.leaks.put(of, mibPerMinute);
                growAnew();
            }
            case Disturbance.Outage outage -> {
                state.troubles.take(outage);
                if (outage instanceof Disturbance.Standstill) {
                    growAnew();
                }
            }
            case Disturbance.SlowStart(var image, var startsIn) ->
                    state.troubles.slowStarts.put(image, startsIn);
            case Disturbance.NormalStart(var image) -> state.troubles.slowStarts.remove(image);
            case Disturbance.Health(var of, var broken) -> {
                if (broken) {
                    state.troubles.brokenHealth.add(of);
                } else {
                    state.troubles.brokenHealth.remove(of);
                }
            }
        }
    }

    /// Every program that runs goes on growing by the rate that now holds for it.
    private void growAnew() {
        state.machines.forEach((task, machine) -> {
            var definition = machine.definition;
            if (definition == null) {
                return;
            }
            for (var container : definition.containerDefinitions()) {
                var own = machine.container(container.name());
                if (own.isUp()) {
                    var rate = state.troubles.mibPerMinute(task, behaviour(container));
                    own.grow(agenda.now(), rate);
                }
            }
            memory.reckon(task);
        });
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
}
