package ecslab.docker;

import ecslab.ecs.model.TaskId;
import ecslab.engine.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The agents of container instances: while one isn't heard, what it has to tell is kept, and what
/// it was to be told waits.
final class Agents {

    /// Whose log is kept after its task is gone.
    private static final int LOGS_MAX = 200;

    private final Bench bench;
    private final Map<TaskId, Seat> seats;
    private final Consumer<TaskId> stop;
    private final TreeSet<String> all = new TreeSet<>();
    private final TreeSet<String> silent = new TreeSet<>();
    private final List<Observation> held = new ArrayList<>();
    private final LinkedHashSet<TaskId> stops = new LinkedHashSet<>();
    private final LinkedHashMap<TaskId, Map<String, String>> logs = new LinkedHashMap<>();

    Agents(Bench bench, Map<TaskId, Seat> seats, Consumer<TaskId> stop) {
        this.bench = bench;
        this.seats = seats;
        this.stop = stop;
    }

    void add(String instance) {
        all.add(instance);
    }

    void remove(String instance) {
        all.remove(instance);
        silent.remove(instance);
    }

    void connect(String instance, boolean connected) {
        if (!connected) {
            silent.add(instance);
            return;
        }
        silent.remove(instance);
        var again = List.copyOf(stops);
        stops.clear();
        again.forEach(stop);
        var told = List.copyOf(held);
        held.clear();
        told.forEach(bench::tell);
    }

    /// Whether nobody hears this now. Then it is kept.
    boolean holds(Observation learnt) {
        var seat = learnt.toldByAgentOf().map(seats::get);
        if (seat.isEmpty() || !silent.contains(seat.get().room.ec2InstanceId())) {
            return false;
        }
        held.add(learnt);
        return true;
    }

    /// Whether an agent can't be told to stop a task. Then it is told later.
    boolean holdsStop(Seat seat) {
        return silent.contains(seat.room.ec2InstanceId()) && stops.add(seat.task);
    }

    /// The engine is gone, or there again, and with it the agents.
    void engine(boolean answers) {
        all.forEach(one -> bench.tell(new Observation.AgentConnection(one, answers)));
    }

    /// Keeps the last lines of a task that is going.
    void remember(Seat seat) {
        var lines = new LinkedHashMap<String, String>();
        seat.cells.values().forEach(cell -> lines.put(cell.name(), cell.log));
        logs.put(seat.task, lines);
        if (logs.size() > LOGS_MAX) {
            logs.pollFirstEntry();
        }
    }

    String log(TaskId task, String container) {
        return logs.getOrDefault(task, Map.of()).getOrDefault(container, "");
    }
}
