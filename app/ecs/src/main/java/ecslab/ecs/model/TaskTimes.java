package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The moments that a task has reached, in their order. It never changes: every moment that is
/// noted makes another one, which costs no more than copying at most eight references twice.
final class TaskTimes extends AbstractMap<TaskMoment, SimInstant> {

    private static final TaskTimes NONE = new TaskTimes(new TaskMoment[0], new SimInstant[0]);

    private final TaskMoment[] moments;

    /// When each was reached.
    private final SimInstant[] times;

    private TaskTimes(TaskMoment[] moments, SimInstant[] times) {
        this.moments = moments;
        this.times = times;
    }

    static TaskTimes copyOf(Map<TaskMoment, SimInstant> times) {
        if (times instanceof TaskTimes same) {
            return same;
        }
        var copy = NONE;
        for (var time : times.entrySet()) {
            copy = copy.with(time.getKey(), time.getValue());
        }
        return copy;
    }

    /// @param moment that wasn't reached before
    TaskTimes with(TaskMoment moment, SimInstant at) {
        var length = moments.length;
        var place = length;
        while (place > 0 && moments[place - 1].compareTo(moment) > 0) {
            place--;
        }
        var next = new TaskTimes(new TaskMoment[length + 1], new SimInstant[length + 1]);
        System.arraycopy(moments, 0, next.moments, 0, place);
        System.arraycopy(times, 0, next.times, 0, place);
        next.moments[place] = moment;
        next.times[place] = at;
        System.arraycopy(moments, place, next.moments, place + 1, length - place);
        System.arraycopy(times, place, next.times, place + 1, length - place);
        return next;
    }

    @Override
    public @Nullable SimInstant get(@Nullable Object moment) {
        for (var i = 0; i < moments.length; i++) {
            if (moments[i] == moment) {
                return times[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object moment) {
        return get(moment) != null;
    }

    @Override
    public int size() {
        return moments.length;
    }

    @Override
    public Set<Map.Entry<TaskMoment, SimInstant>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return moments.length;
            }

            @Override
            public Iterator<Map.Entry<TaskMoment, SimInstant>> iterator() {
                return new Each();
            }
        };
    }

    private final class Each implements Iterator<Map.Entry<TaskMoment, SimInstant>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < moments.length;
        }

        @Override
        public Map.Entry<TaskMoment, SimInstant> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next++;
            return Map.entry(moments[next - 1], times[next - 1]);
        }
    }
}
