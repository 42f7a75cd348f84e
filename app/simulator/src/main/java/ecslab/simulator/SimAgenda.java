package ecslab.simulator;

import ecslab.ecs.time.SimInstant;
import ecslab.engine.Agenda;
import ecslab.engine.Wake;
import java.time.Duration;
import java.util.PriorityQueue;

/// What is due when, in virtual time.
final class SimAgenda implements Agenda {

    private final PriorityQueue<Due> entries;
    private SimInstant now;
    private long nextOrder;

    SimAgenda() {
        entries = new PriorityQueue<>();
        now = SimInstant.START;
    }

    private SimAgenda(SimAgenda from) {
        entries = new PriorityQueue<>(from.entries);
        now = from.now;
        nextOrder = from.nextOrder;
    }

    SimAgenda copy() {
        return new SimAgenda(this);
    }

    @Override
    public SimInstant now() {
        return now;
    }

    @Override
    public void wakeAfter(Duration wait, Wake what) {
        after(wait, new Work.ControlPlane(what));
    }

    void after(Duration wait, Work what) {
        at(now.plus(wait), what);
    }

    void at(SimInstant at, Work what) {
        entries.add(new Due(at, nextOrder++, what));
    }

    boolean hasDueBy(SimInstant instant) {
        var next = entries.peek();
        return next != null && !next.at().isAfter(instant);
    }

    /// When the next entry is due, in microseconds; as late as can be if there is none.
    long nextAt() {
        var next = entries.peek();
        return next == null ? Long.MAX_VALUE : next.at().micros();
    }

    /// Takes the next entry; the clock moves to its moment.
    Work take() {
        var next = entries.remove();
        now = next.at();
        return next.what();
    }

    /// Moves the clock on where nothing is due.
    void passTo(SimInstant instant) {
        now = SimInstant.later(now, instant);
    }
}
