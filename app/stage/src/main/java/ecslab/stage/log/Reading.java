package ecslab.stage.log;

import ecslab.ecs.event.Event;
import java.util.List;

/// A reader's place in the events of a run that grows, and that may be exchanged for a branch.
public final class Reading {

    private List<Event> read = List.of();

    /// Has read nothing yet.
    public Reading() {}

    /// How many events have been read.
    public int count() {
        return read.size();
    }

    /// Takes a run's events, as they are now, for read.
    ///
    /// Events never change and branches share them: lists that hold the same event at the last
    /// place read are the same up to there.
    ///
    /// @return where to read on; 0, if anything has been read, says that it no longer holds
    @SuppressWarnings("ReferenceEquality") // Equal events may stand in unequal runs.
    public int readOn(List<Event> events) {
        var last = read.size() - 1;
        var goesOn = last >= 0 && last < events.size() && events.get(last) == read.get(last);
        read = events;
        return goesOn ? last + 1 : 0;
    }
}
