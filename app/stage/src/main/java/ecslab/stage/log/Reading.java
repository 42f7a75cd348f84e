package ecslab.stage.log;

import ecslab.ecs.event.Event;
import java.util.List;
import java.util.Optional;

/// A reader's place in the events of a run that grows, and that may be exchanged for a branch.
public final class Reading {

    private int count;
    private Optional<Event> last = Optional.empty();

    /// Has read nothing yet.
    public Reading() {}

    /// How many events have been read.
    public int count() {
        return count;
    }

    /// Takes a run's events, as they are now, for read.
    ///
    /// Events never change and branches share them: lists that hold the same event at the last
    /// place read are the same up to there.
    ///
    /// @return where to read on; 0, if anything has been read, says that it no longer holds
    @SuppressWarnings("ReferenceEquality") // Equal events may stand in unequal runs.
    public int readOn(List<Event> events) {
        var from = count;
        var goesOn =
                from > 0 && from <= events.size() && last.orElseThrow() == events.get(from - 1);
        count = events.size();
        last = events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
        return goesOn ? from : 0;
    }
}
