package ecslab.docker;

import ecslab.ecs.time.SimInstant;
import ecslab.engine.Agenda;
import ecslab.engine.Wake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/// What is due when, by the computer's clock. Only the owner thread uses it.
///
/// Within a turn time stands still, so that all that is reported in it carries one moment.
final class WallAgenda implements Agenda {

    private static final long NANOS_PER_MICRO = 1_000;

    private record Due(SimInstant at, long order, Wake what) {}

    private final PriorityQueue<Due> entries =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final LongSupplier nanoTime;
    private final long began;
    private SimInstant now = SimInstant.START;
    private long nextOrder;

    WallAgenda(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
    }

    /// Begins a turn: reads the clock.
    SimInstant turn() {
        var micros = (nanoTime.getAsLong() - began) / NANOS_PER_MICRO;
        now = SimInstant.later(now, new SimInstant(micros));
        return now;
    }

    @Override
    public SimInstant now() {
        return now;
    }

    @Override
    public void wakeAfter(Duration wait, Wake what) {
        entries.add(new Due(now.plus(wait), nextOrder++, what));
    }

    /// What is due by now, in order.
    List<Wake> takeDue() {
        var due = new ArrayList<Wake>();
        while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) {
            due.add(entries.remove().what());
        }
        return due;
    }

    /// How long nothing is due; at most `longest`.
    Duration quiet(Duration longest) {
        var next = entries.peek();
        if (next == null) {
            return longest;
        }
        var wait = next.at().isAfter(now) ? next.at().since(now) : Duration.ZERO;
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
