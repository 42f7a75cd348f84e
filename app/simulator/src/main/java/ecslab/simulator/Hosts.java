package ecslab.simulator;

import ecslab.ecs.model.Ec2Instance;
import ecslab.ecs.model.RuntimePlatform;
import ecslab.ecs.model.Subnet;
import ecslab.ecs.model.TaskId;
import ecslab.engine.Observation;
import ecslab.engine.PullBehavior;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The simulated EC2 instances and their agents.
final class Hosts {

    private static final Pattern GRAVITON = Pattern.compile("[a-z]+[0-9]+g[a-z]*\\..*");

    private final FleetState state;
    private final SimAgenda agenda;
    private final FleetTimings timings;
    private final FleetIds ids;

    Hosts(FleetState state, SimAgenda agenda, FleetTimings timings, FleetIds ids) {
        this.state = state;
        this.agenda = agenda;
        this.timings = timings;
        this.ids = ids;
    }

    void start(Ec2Instance instance, Subnet subnet, Duration registersIn) {
        var id = instance.instanceId();
        var address = state.addresses.take(subnet).orElse("");
        var outside = subnet.publicRoute() ? ids.publicAddress() : "";
        state.hosts.put(
                id,
                new Host(
                        id,
                        subnet,
                        address,
                        outside,
                        instance.securityGroups(),
                        architecture(instance.instanceType())));
        var runs = timings.instanceRuns();
        agenda.after(
                runs.compareTo(registersIn) < 0 ? runs : registersIn,
                new Work.OfHost(id, new Observation.InstanceRunning(id, address, outside)));
        agenda.after(registersIn, new Work.OfHost(id, new Observation.AgentRegistered(id)));
    }

    /// A `g` behind the generation's number stands for Graviton: `m7g`, `c6gn`, `t4g`.
    private static String architecture(String instanceType) {
        return GRAVITON.matcher(instanceType).matches()
                ? RuntimePlatform.ARM64
                : RuntimePlatform.X86_64;
    }

    void pulls(String instanceId, PullBehavior behavior) {
        Objects.requireNonNull(state.hosts.get(instanceId)).pulls = behavior;
    }

    void stopsAfter(String instanceId, Duration stopTimeout) {
        Objects.requireNonNull(state.hosts.get(instanceId)).stopTimeout = stopTimeout;
    }

    void terminate(String instanceId) {
        var host = Objects.requireNonNull(state.hosts.remove(instanceId));
        if (!host.privateAddress.isEmpty()) {
            state.addresses.giveBack(host.subnet, host.privateAddress);
        }
    }

    void halt(String instanceId) {
        var host = Objects.requireNonNull(state.hosts.get(instanceId));
        host.halted = true;
        host.connected = true;
        host.held.clear();
        host.stops.clear();
    }

    /// Its private address stays, its public one doesn't.
    void resume(String instanceId, Duration registersIn) {
        var host = Objects.requireNonNull(state.hosts.get(instanceId));
        host.halted = false;
        host.publicAddress = host.subnet.publicRoute() ? ids.publicAddress() : "";
        agenda.after(
                timings.instanceRuns(),
                new Work.OfHost(
                        instanceId,
                        new Observation.InstanceRunning(
                                instanceId, host.privateAddress, host.publicAddress)));
        agenda.after(
                registersIn,
                new Work.OfHost(instanceId, new Observation.AgentRegistered(instanceId)));
    }

    void agent(String instanceId, boolean connected) {
        var host = state.hosts.get(instanceId);
        if (host == null) {
            return;
        }
        host.connected = connected;
        if (connected) {
            agenda.after(Duration.ZERO, new Work.AgentBack(instanceId));
        }
    }

    /// The tasks that an agent is told to stop now that it hears again.
    List<TaskId> takeStops(String instanceId) {
        var host = state.hosts.get(instanceId);
        if (host == null || !host.connected) {
            return List.of();
        }
        var stops = List.copyOf(host.stops);
        host.stops.clear();
        return stops;
    }

    /// What an agent has to tell that is heard again.
    List<Observation> takeHeld(String instanceId) {
        var host = state.hosts.get(instanceId);
        if (host == null || !host.connected) {
            return List.of();
        }
        var told = List.copyOf(host.held);
        host.held.clear();
        return told;
    }

    /// Whether ECS doesn't hear it now, because an agent would have to tell it. Then it is kept.
    boolean holds(Observation learnt, TaskId task) {
        var host = under(task);
        if (host == null || host.connected) {
            return false;
        }
        host.held.add(learnt);
        return true;
    }

    /// Whether an agent can't be told to stop a task. Then it is told later.
    boolean holdsStop(TaskId task) {
        var host = under(task);
        if (host == null || host.connected) {
            return false;
        }
        host.stops.add(task);
        return true;
    }

    private @Nullable Host under(TaskId task) {
        var machine = state.machines.get(task);
        return machine == null ? null : state.hosts.get(machine.host);
    }
}
