package ecslab.simulator;

import ecslab.ecs.time.SimInstant;
import ecslab.engine.Agenda;
import ecslab.engine.Wake;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is due when, in virtual time.
final class SimAgenda implements Agenda {

    /// By moment, in microseconds; none is empty.
    private final TreeMap<Long, Due> entries = new TreeMap<>();

    /// The earliest of them.
    private @Nullable Due first;

    /// Whom something was added to last: what comes next is often due at the same moment.
    private @Nullable Due last;

    private SimInstant now;

    SimAgenda() {
        now = SimInstant.START;
    }

    private SimAgenda(SimAgenda from) {
        from.entries.forEach((at, due) -> entries.put(at, due.copy()));
        first = entries.isEmpty() ? null : entries.firstEntry().getValue();
        now = from.now;
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
        var due = last;
        if (due == null || !due.isAt(at)) {
            due = due(at);
            last = due;
        }
        due.add(what);
    }

    private Due due(SimInstant at) {
        var known = entries.get(at.micros());
        if (known != null) {
            return known;
        }
        var due = new Due(at);
        entries.put(at.micros(), due);
        if (first == null || at.isBefore(first.at())) {
            first = due;
        }
        return due;
    }

    boolean hasDueBy(SimInstant instant) {
        return first != null && !first.at().isAfter(instant);
    }

    /// When the next entry is due, in microseconds; as late as can be if there is none.
    long nextAt() {
        return first == null ? Long.MAX_VALUE : first.at().micros();
    }

    /// Takes the next entry; the clock moves to its moment.
    Work take() {
        var due = Objects.requireNonNull(first, "nothing is due");
        now = due.at();
        var next = due.take();
        if (due.isEmpty()) {
            entries.remove(now.micros());
            first = entries.isEmpty() ? null : entries.firstEntry().getValue();
            last = due == last ? null : last;
        }
        return next;
    }

    /// Moves the clock on where nothing is due.
    void passTo(SimInstant instant) {
        now = SimInstant.later(now, instant);
    }
}
