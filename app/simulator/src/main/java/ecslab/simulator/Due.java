package ecslab.simulator;

import ecslab.ecs.time.SimInstant;

/// An entry of the agenda. Data, not a closure: what is due can be saved, compared and forked with
/// the rest of the state.
///
/// Two entries may fall on one instant. The entry made first goes first: without `order` the heap
/// would break the tie by its own inner layout, and adding an unrelated entry could change a
/// lesson.
record Due(SimInstant at, long order, Work what) implements Comparable<Due> {

    @Override
    public int compareTo(Due other) {
        var byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
