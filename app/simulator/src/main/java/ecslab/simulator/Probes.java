package ecslab.simulator;

import ecslab.ecs.chance.Chance;
import ecslab.ecs.model.HealthCheckSettings;
import ecslab.ecs.model.Target;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetState;
import ecslab.engine.Observation;
import ecslab.simulator.Doors.Door;
import java.time.Duration;
import java.util.Optional;

/// Health checks: when they come, and what they meet.
final class Probes {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final PlaneState state;
    private final SimAgenda agenda;
    private final Fleet fleet;
    private final Gate gate;
    private final long seed;

    Probes(PlaneState state, SimAgenda agenda, Fleet fleet, Gate gate, long seed) {
        this.state = state;
        this.agenda = agenda;
        this.fleet = fleet;
        this.gate = gate;
        this.seed = seed;
    }

    /// A new target's first check comes somewhere within the first interval, as the load balancer's
    /// own rhythm has it.
    void begin(TargetGroup group, Target target) {
        var part = Chance.fraction(Chance.draw(seed, "probe/" + target.id(), 0));
        var micros = (long) (part * group.healthCheck().interval().toMillis() * 1_000);
        agenda.after(Duration.ofNanos(micros * 1_000), new Work.Probe(target.id(), target.task()));
    }

    /// Asks a target for its health and tells what it said, unless it is another's by now.
    Optional<Observation> probe(Work.Probe due) {
        var id = due.target();
        var number = state.laneOf.get(id);
        if (number == null) {
            return Optional.empty();
        }
        var target = state.lanes.get(number).target;
        if (!target.task().equals(due.task()) || target.state() == TargetState.DRAINING) {
            return Optional.empty();
        }
        var pool = gate.poolOf(id.targetGroup());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        var check = pool.get().group.healthCheck();
        agenda.after(check.interval(), due);
        var door = fleet.doors().at(target.task(), id.port());
        if (door instanceof Door.Silent || gate.isBlocked(target)) {
            agenda.after(check.timeout(), new Work.ProbeTimedOut(id, target.task()));
            return Optional.empty();
        }
        return Optional.of(new Observation.ProbeAnswered(id, status(door, check)));
    }

    private static int status(Door door, HealthCheckSettings check) {
        return switch (door) {
            case Door.Closed _, Door.Silent _ -> 0;
            case Door.Open _ when check.matcher().isEmpty() -> Observation.ProbeAnswered.CONNECTED;
            case Door.Open(_, _, _, var broken) when broken -> UNAVAILABLE;
            case Door.Open(_, var behaviour, _, _) ->
                    behaviour.healthPath().equals(check.path()) ? OK : NOT_FOUND;
        };
    }

    /// A health check that nobody answered, unless the target is another's by now.
    Optional<Observation> timedOut(Work.ProbeTimedOut due) {
        var number = state.laneOf.get(due.target());
        return number != null && state.lanes.get(number).target.task().equals(due.task())
                ? Optional.of(
                        new Observation.ProbeAnswered(
                                due.target(), Observation.ProbeAnswered.TIMED_OUT))
                : Optional.empty();
    }
}
