package ecslab.stage.play;

import ecslab.ecs.event.Event;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/// The events that the reader has seen, handed out as lists that never change.
///
/// The run's own list grows while a view reads it, on another thread. The tape is written only
/// behind the end of every list that it has handed out, so handing one out costs nothing, whatever
/// its length.
final class EventTape {

    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private Event[][] chunks = new Event[0][];
    private int size;

    int size() {
        return size;
    }

    /// Takes what `events` has beyond what is here, up to `newSize` events in all.
    void takeUpTo(int newSize, List<Event> events) {
        while (size < newSize) {
            if (size == chunks.length * CHUNK) {
                chunks = Arrays.copyOf(chunks, chunks.length + 1);
                chunks[chunks.length - 1] = new Event[CHUNK];
            }
            chunks[size >> CHUNK_BITS][size & (CHUNK - 1)] = events.get(size);
            size++;
        }
    }

    /// A tape of its own, with the first events of this one.
    EventTape first(int count) {
        var tape = new EventTape();
        tape.takeUpTo(count, list());
        return tape;
    }

    /// What is on the tape now.
    List<Event> list() {
        return new Section(chunks, size);
    }

    private static final class Section extends AbstractList<Event> implements RandomAccess {

        private final Event[][] chunks;
        private final int size;

        private Section(Event[][] chunks, int size) {
            this.chunks = chunks;
            this.size = size;
        }

        @Override
        public Event get(int index) {
            Objects.checkIndex(index, size);
            return chunks[index >> CHUNK_BITS][index & (CHUNK - 1)];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
