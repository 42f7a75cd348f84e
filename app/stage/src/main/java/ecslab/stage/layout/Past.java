package ecslab.stage.layout;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The layouts of the last moments, for each change of places: so that playing on needs to look
/// back only once.
final class Past {

    /// At the first moment, and at each change after it up to `until`.
    private final TreeMap<SimInstant, Layout> layouts = new TreeMap<>();

    private SimInstant until = SimInstant.START;
    private List<Event> last = List.of();
    private int lastIndex = -1;
    private double width;
    private double height;

    /// Forgets everything if these are the events of another run. A run's events are never
    /// replaced, so the same last one means the same run.
    ///
    /// @param position how many of them have happened
    @SuppressWarnings("ReferenceEquality")
    void follow(List<Event> events, int position) {
        var known = last.size();
        var isOther =
                known > 0 && (lastIndex >= events.size() || events.get(lastIndex) != last.get(0));
        if (isOther) {
            layouts.clear();
        }
        if (isOther || position - 1 > lastIndex || known == 0) {
            lastIndex = position - 1;
            last = position > 0 ? List.of(events.get(position - 1)) : List.of();
        }
    }

    /// Begins anew with one layout, which held until some moment.
    void restart(SimInstant from, Layout layout, SimInstant held) {
        layouts.clear();
        layouts.put(from, layout);
        until = held;
        width = layout.width();
        height = layout.height();
    }

    /// Whether the layout of a moment is known, in this size.
    boolean reaches(SimInstant moment, double wide, double high) {
        return !layouts.isEmpty()
                && width == wide
                && height == high
                && !moment.isBefore(layouts.firstKey())
                && !moment.isAfter(until);
    }

    void add(SimInstant change, Supplier<Layout> layout) {
        if (change.isAfter(until)) {
            layouts.put(change, layout.get());
            until = change;
        }
    }

    /// The layout that held at a moment, and those of all changes after it.
    NavigableMap<SimInstant, Layout> since(SimInstant begin, SimInstant now) {
        var held = layouts.floorKey(begin);
        layouts.headMap(held, false).clear();
        until = SimInstant.later(until, now);
        return layouts.headMap(now, true);
    }
}
