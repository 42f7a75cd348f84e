package ecslab.docker;

import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Image;
import ecslab.ecs.model.Network;
import ecslab.ecs.model.NetworkInterface;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskDefinition;
import ecslab.ecs.model.TaskId;
import ecslab.engine.Disturbance;
import ecslab.engine.Machines;
import ecslab.engine.Observation;
import ecslab.engine.PullGrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The learner's Docker engine as machines. Tasks on Fargate and on the one container instance run
/// side by side on it.
final class DockerMachines implements Machines {

    /// The instance type that only the learner's computer is.
    static final String THIS_COMPUTER = "this.computer";

    private static final int CPU_UNITS = 1_024;

    /// As many as the picture can show; a computer has no such limit.
    private static final int ENIS = 50;

    private static final List<Integer> RESERVED_PORTS = List.of(22, 2375, 2376, 51678, 51679);
    private static final String ADDRESS = "127.0.0.1";

    private final Bench bench;
    private final Map<TaskId, Seat> seats = new LinkedHashMap<>();
    private final Containers containers;
    private final Arrival arrival;
    private final Mischief mischief;
    private final Agents agents;
    private final TreeSet<Integer> ports;
    private int addresses;

    /// @param taken the computer's ports that somebody else has
    DockerMachines(Bench bench, Map<String, String> secrets, List<Integer> taken) {
        this.bench = bench;
        ports = new TreeSet<>(RESERVED_PORTS);
        ports.addAll(taken);
        var environment = new Environment(secrets);
        containers = new Containers(bench, new Tally(bench.caps(), seats.values()), environment);
        arrival = new Arrival(bench, containers, this::clear);
        mischief = new Mischief(bench, seats.values(), containers, arrival, environment);
        agents = new Agents(bench, seats, this::stop);
    }

    Agents agents() {
        return agents;
    }

    @Override
    public Optional<HostResources> own(String instanceType) {
        if (!instanceType.equals(THIS_COMPUTER)) {
            return Optional.empty();
        }
        return Optional.of(
                new HostResources(
                        bench.info().cpus() * CPU_UNITS,
                        (int) Math.min(Integer.MAX_VALUE, bench.info().memoryMib()),
                        List.copyOf(ports),
                        List.of(),
                        ENIS));
    }

    /// A network interface is a name here, given at once.
    @Override
    public void provision(TaskId task, Room room) {
        if (mischief.isFull(room.subnet().subnetId())) {
            var subnet = room.subnet().subnetId();
            seats.put(task, new Seat(task, room, Optional.empty()));
            bench.tell(new Observation.NotProvisioned(task, subnet, room.assignPublicIp()));
            return;
        }
        var n = ++addresses;
        var eni =
                new NetworkInterface(
                        "eni-0" + task.hex().substring(0, 16),
                        room.subnet().subnetId(),
                        network(room.subnet()) + (4 + n / 250) + "." + (n % 250 + 4),
                        "");
        seats.put(task, new Seat(task, room, Optional.of(eni)));
        bench.tell(new Observation.Provisioned(task, eni));
    }

    /// What comes before an address's third number: a computer has more tasks than a subnet has
    /// addresses.
    private static String network(Subnet subnet) {
        var first = subnet.cidr().indexOf('.');
        return subnet.cidr().substring(0, subnet.cidr().indexOf('.', first + 1) + 1);
    }

    @Override
    public void seat(TaskId task, Room room) {
        seats.put(task, new Seat(task, room, Optional.empty()));
    }

    @Override
    public void launch(Task task, TaskDefinition definition, Map<String, PullGrant> grants) {
        var seat = seats.get(task.id());
        if (seat != null) {
            seat.launch(task, definition, grants);
            arrival.begin(seat);
        }
    }

    @Override
    public void stop(TaskId task) {
        var seat = seats.get(task);
        if (seat != null && seat.isLaunched() && !agents.holdsStop(seat)) {
            containers.stop(seat);
        }
    }

    @Override
    public void lose(TaskId task) {
        var seat = seats.get(task);
        if (seat != null) {
            seat.stopping = true;
            seat.cells.values().forEach(containers::kill);
        }
    }

    /// The network interface is given back once everything of the task is gone.
    @Override
    public void release(TaskId task) {
        var seat = seats.get(task);
        if (seat == null) {
            bench.tell(new Observation.Released(task));
            return;
        }
        bench.line()
                .work(() -> {
                    clear(seat);
                    bench.inbox().accept(() -> forget(seat));
                });
    }

    private void clear(Seat seat) {
        var labels = Labels.of(bench.owner(), seat.task.hex());
        for (var left : bench.engine().containers(labels)) {
            try {
                bench.engine().remove(left.getId());
            } catch (EngineRefused _) {
                // Somebody has removed it by hand.
            }
        }
        if (seat.isLaunched()) {
            for (var volume : seat.definition().volumes()) {
                try {
                    if (Blueprint.isOwn(volume)) {
                        var name = Blueprint.volume(bench.owner(), seat.task, volume);
                        bench.engine().removeVolume(name);
                    }
                } catch (EngineRefused _) {
                    // It was never made, or somebody has removed it by hand.
                }
            }
        }
    }

    private void forget(Seat seat) {
        seats.remove(seat.task);
        agents.remember(seat);
        bench.tell(new Observation.Released(seat.task));
    }

    @Override
    public void hold(TaskId task) {
        var seat = seats.get(task);
        if (seat != null) {
            seat.held = true;
        }
    }

    @Override
    public void check(Disturbance what) {
        mischief.check(what);
    }

    @Override
    public void disturb(Disturbance what) {
        mischief.disturb(what);
    }

    @Override
    public Optional<String> image(String nameOrUri) {
        return bench.shelf().images().stream()
                .filter(one -> one.uri().equals(nameOrUri) || one.shortName().equals(nameOrUri))
                .map(Image::uri)
                .findFirst();
    }

    @Override
    public void start(Ec2Instance instance, Subnet subnet, Duration registersIn) {
        var id = instance.instanceId();
        agents.add(id);
        bench.tell(new Observation.InstanceRunning(id, ADDRESS, ""));
        bench.tell(new Observation.AgentRegistered(id));
    }

    @Override
    public void terminate(String ec2InstanceId) {
        agents.remove(ec2InstanceId);
    }

    @Override
    public void halt(String ec2InstanceId) {
        agents.remove(ec2InstanceId);
    }

    @Override
    public void resume(String ec2InstanceId, Duration registersIn) {
        agents.add(ec2InstanceId);
        bench.tell(new Observation.InstanceRunning(ec2InstanceId, ADDRESS, ""));
        bench.tell(new Observation.AgentRegistered(ec2InstanceId));
    }

    @Override
    public void agent(String ec2InstanceId, boolean connected) {
        agents.connect(ec2InstanceId, connected);
    }

    /// There is no other network than the computer's.
    @Override
    public void network(Network network) {}

    /// The computer's port that leads to a target; 0 if none does.
    ///
    /// @param port the target's
    int door(TaskId task, int port) {
        var seat = seats.get(task);
        if (seat == null || seat.networkInterface.isEmpty()) {
            return port;
        }
        return seat.ports.getOrDefault(port, 0);
    }

    Optional<Seat> find(String task) {
        return Optional.ofNullable(seats.get(new TaskId(task)));
    }

    /// Has the engine say how a container is, that something was heard of.
    void ask(String task, String container) {
        find(task)
                .flatMap(seat ->
                        Optional.ofNullable(seat.cells.get(container))
                                .map(cell -> (Runnable) () -> containers.ask(seat, cell)))
                .ifPresent(Runnable::run);
    }

    /// Has the engine say how everything is.
    void askAll() {
        for (var seat : new ArrayList<>(seats.values())) {
            for (var cell : seat.cells.values()) {
                containers.ask(seat, cell);
            }
        }
    }
}
