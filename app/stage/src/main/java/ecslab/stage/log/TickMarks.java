package ecslab.stage.log;

import ecslab.ecs.event.Event;
import ecslab.ecs.time.SimInstant;
import java.util.Arrays;
import java.util.List;

/// The marks of a whole run, as many as a time bar can show. Of events that fall on one mark the
/// most telling is shown.
public final class TickMarks {

    /// Finer than the pixels of a time bar.
    public static final int MARKS = 2_000;

    private final Reading reading = new Reading();
    private final Tick[] marks = new Tick[MARKS];
    private SimInstant end = SimInstant.START;
    private int version;

    /// Nothing is marked.
    public TickMarks() {
        Arrays.fill(marks, Tick.NONE);
    }

    /// Marks what is new.
    ///
    /// @param until where the bar ends; everything is marked anew when it moves
    public void readOn(List<Event> events, SimInstant until) {
        var before = reading.count();
        var from = reading.readOn(events);
        if (from < before || !until.equals(end)) {
            Arrays.fill(marks, Tick.NONE);
            version++;
            from = 0;
            end = until;
        }
        for (var index = from; index < events.size(); index++) {
            var event = events.get(index);
            var tick = Tick.of(event);
            var place = (int) (event.at().micros() * (MARKS - 1) / Math.max(1, until.micros()));
            if (place < MARKS && tick.compareTo(marks[place]) > 0) {
                marks[place] = tick;
                version++;
            }
        }
    }

    /// Grows whenever a mark changes.
    public int version() {
        return version;
    }

    /// The most telling mark of one column.
    ///
    /// @param columns how many columns the bar has, at most [#MARKS]
    public Tick at(int column, int columns) {
        var best = Tick.NONE;
        var end = (column + 1) * MARKS / columns;
        for (var place = column * MARKS / columns; place < end; place++) {
            best = marks[place].compareTo(best) > 0 ? marks[place] : best;
        }
        return best;
    }
}
