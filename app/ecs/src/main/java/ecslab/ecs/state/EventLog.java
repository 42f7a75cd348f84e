package ecslab.ecs.state;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The events of a run in the order in which they happened. It only grows.
public final class EventLog {

    private final List<Event> events;
    private final List<Event> view;

    public EventLog() {
        this(List.of());
    }

    /// Begins with events that have already happened.
    public EventLog(List<Event> start) {
        events = new ArrayList<>(start);
        view = Collections.unmodifiableList(events);
    }

    public void add(Event event) {
        if (!events.isEmpty() && event.at().isBefore(events.getLast().at())) {
            throw new IllegalStateException(
                    "an event of " + event.at() + " came after one of " + events.getLast().at());
        }
        events.add(event);
    }

    public int size() {
        return events.size();
    }

    /// All events, as a list that nobody can change but that grows with the log.
    public List<Event> all() {
        return view;
    }

    /// How many events have happened by `instant`, those of `instant` itself included.
    public int countUpTo(SimInstant instant) {
        return countUpTo(view, instant);
    }

    /// How many of `events`, which are in order of time, have happened by `instant`.
    public static int countUpTo(List<Event> events, SimInstant instant) {
        var low = 0;
        var high = events.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (events.get(middle).at().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
