package ecslab.stage.panel;

import ecslab.stage.log.EventFilter;
import ecslab.stage.log.EventText;
import ecslab.stage.log.Heard;
import ecslab.stage.log.LogIndex;
import ecslab.wire.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/// The lines of an event log, newest first: those of an index that a filter accepts and that have
/// happened by the moment shown.
///
/// Playing on adds rows at the top and seeking back takes them away there; nothing else moves.
final class LogRows extends ObservableListBase<Heard> {

    private final LogIndex index;
    private final List<Heard> accepted = new ArrayList<>();
    private List<Heard> source;
    private EventFilter filter = EventFilter.DEFAULT;
    private EventText text;
    private int read;
    private int generation;
    private int shown;

    LogRows(LogIndex index, Texts texts) {
        this.index = index;
        this.source = index.all();
        this.text = new EventText(texts, index.memory());
    }

    @Override
    public Heard get(int row) {
        return accepted.get(shown - 1 - row);
    }

    @Override
    public int size() {
        return shown;
    }

    EventText text() {
        return text;
    }

    EventFilter filter() {
        return filter;
    }

    void speak(Texts texts) {
        text = new EventText(texts, index.memory());
    }

    void filter(EventFilter next, int position, Texts texts) {
        filter = next;
        startAgain(source, position, texts);
    }

    /// Shows other lines of the index, such as those about one thing.
    void source(List<Heard> next, int position, Texts texts) {
        startAgain(next, position, texts);
    }

    /// Reads what the index has got since; call it before [#showUpTo].
    void readOn(Texts texts) {
        if (index.generation() != generation) {
            generation = index.generation();
            startAgain(source, 0, texts);
        }
        while (read < source.size()) {
            var heard = source.get(read++);
            if (filter.accepts(heard, text)) {
                accepted.add(heard);
            }
        }
    }

    /// How many rows there are at a position in the run's events.
    int countAt(int position) {
        return LogIndex.countBefore(position, accepted);
    }

    void showUpTo(int count) {
        if (count == shown) {
            return;
        }
        beginChange();
        if (count > shown) {
            var added = count - shown;
            shown = count;
            nextAdd(0, added);
        } else {
            var removed = new ArrayList<>(accepted.subList(count, shown)).reversed();
            shown = count;
            nextRemove(0, removed);
        }
        endChange();
    }

    private void startAgain(List<Heard> next, int position, Texts texts) {
        showUpTo(0);
        source = next;
        accepted.clear();
        read = 0;
        text = new EventText(texts, index.memory());
        readOn(texts);
        showUpTo(countAt(position));
    }
}
