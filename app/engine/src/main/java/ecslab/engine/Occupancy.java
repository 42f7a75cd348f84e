package ecslab.engine;

import ecslab.ecs.model.HostResources;
import ecslab.ecs.model.Task;
import ecslab.ecs.model.TaskId;
import ecslab.ecs.model.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// What the tasks on a container instance have taken of it, as ECS reckons. It is kept up with
/// every change of a task, so that nobody has to add tasks up.
final class Occupancy {

    /// Tasks that aren't STOPPED.
    private final LinkedHashMap<TaskId, Seat> seats = new LinkedHashMap<>();

    /// Tasks that nobody asked to stop, by their group.
    private final TreeMap<String, Integer> staying = new TreeMap<>();

    private int cpuUnits;
    private int memoryMib;
    private int enis;
    private int gpus;
    private int portsCount;
    private int running;
    private int pending;

    /// Whether anything was counted since this was last asked. No turn ends before it has been.
    private boolean counted;

    /// What a task counts for. What it takes and its group never change.
    private record Seat(Reservation taken, String group, boolean stays, Phase phase) {}

    /// How far a task is, as an instance counts it.
    private enum Phase {
        PENDING,
        RUNNING,
        ENDING
    }

    Occupancy copy() {
        var copy = new Occupancy();
        copy.seats.putAll(seats);
        copy.staying.putAll(staying);
        copy.cpuUnits = cpuUnits;
        copy.memoryMib = memoryMib;
        copy.enis = enis;
        copy.gpus = gpus;
        copy.portsCount = portsCount;
        copy.running = running;
        copy.pending = pending;
        return copy;
    }

    /// Notes how a task stands now.
    ///
    /// @return whether that changes anything for placement
    boolean settle(Task task, EngineState state) {
        if (task.isStopped()) {
            return leave(task.id());
        }
        var stays = !task.isLeaving();
        var phase = phase(task.lastStatus());
        var before = seats.get(task.id());
        if (before == null) {
            var taken =
                    Reservation.of(state.taskDefinition(task.taskDefinition()))
                            .sized(task.cpuUnits(), task.memoryMib());
            sit(task.id(), new Seat(taken, task.group(), stays, phase));
            return true;
        }
        if (stays != before.stays() || phase != before.phase()) {
            count(before, -1);
            sit(task.id(), new Seat(before.taken(), before.group(), stays, phase));
        }
        return stays != before.stays();
    }

    private void sit(TaskId id, Seat seat) {
        seats.put(id, seat);
        count(seat, 1);
    }

    private boolean leave(TaskId id) {
        var seat = seats.remove(id);
        if (seat != null) {
            count(seat, -1);
        }
        return seat != null;
    }

    private void count(Seat seat, int by) {
        counted = true;
        cpuUnits += by * seat.taken().cpuUnits();
        memoryMib += by * seat.taken().memoryMib();
        enis += by * seat.taken().enis();
        gpus += by * seat.taken().gpus();
        portsCount += by * (seat.taken().ports().size() + seat.taken().portsUdp().size());
        running += seat.phase() == Phase.RUNNING ? by : 0;
        pending += seat.phase() == Phase.PENDING ? by : 0;
        if (seat.stays()) {
            var left = staying.merge(seat.group(), by, Integer::sum);
            if (left == 0) {
                staying.remove(seat.group());
            }
        }
    }

    boolean takeCounted() {
        var taken = counted;
        counted = false;
        return taken;
    }

    private static Phase phase(TaskStatus status) {
        return switch (status) {
            case PROVISIONING, PENDING, ACTIVATING -> Phase.PENDING;
            case RUNNING -> Phase.RUNNING;
            case DEACTIVATING, STOPPING, DEPROVISIONING, STOPPED -> Phase.ENDING;
        };
    }

    Set<TaskId> tasks() {
        return seats.keySet();
    }

    int running() {
        return running;
    }

    int pending() {
        return pending;
    }

    /// The groups of the tasks that nobody asked to stop: it is the desired status that ECS looks
    /// at (Developer Guide, *Example task placement constraints*).
    Set<String> groups() {
        return staying.keySet();
    }

    /// How many tasks of the group nobody asked to stop.
    int staying(String group) {
        return staying.getOrDefault(group, 0);
    }

    /// What is left of what an instance has brought along.
    HostResources remaining(HostResources registered) {
        return new HostResources(
                registered.cpuUnits() - cpuUnits,
                registered.memoryMib() - memoryMib,
                portsCount == 0 ? registered.ports() : ports(registered.ports(), false),
                portsCount == 0 ? registered.portsUdp() : ports(registered.portsUdp(), true),
                registered.enis() - enis,
                registered.gpus() - gpus);
    }

    private List<Integer> ports(List<Integer> reserved, boolean udp) {
        var all = new ArrayList<>(reserved);
        for (var seat : seats.values()) {
            all.addAll(udp ? seat.taken().portsUdp() : seat.taken().ports());
        }
        all.sort(null);
        return List.copyOf(all);
    }

    int cpuLeft(HostResources registered) {
        return registered.cpuUnits() - cpuUnits;
    }

    int memoryLeft(HostResources registered) {
        return registered.memoryMib() - memoryMib;
    }

    int gpusLeft(HostResources registered) {
        return registered.gpus() - gpus;
    }

    int enisLeft(HostResources registered) {
        return registered.enis() - enis;
    }
}
