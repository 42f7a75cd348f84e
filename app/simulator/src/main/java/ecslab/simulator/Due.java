package ecslab.simulator;

import ecslab.ecs.time.SimInstant;
import java.util.Comparator;

/// An entry of the agenda. Data, not a closure: what is due can be saved, compared and forked with
/// the rest of the state.
///
/// Two entries may fall on one instant. The entry made first goes first: without `order` the heap
/// would break the tie by its own inner layout, and adding an unrelated entry could change a
/// lesson.
record Due(SimInstant at, long order, Work what) implements Comparable<Due> {

    private static final Comparator<Due> ORDER =
            Comparator.comparing(Due::at).thenComparingLong(Due::order);

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, other);
    }
}
