package ecslab.lesson.quiz;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The missed items, and when each comes back: after 1, 3, 7 and 21 days, one stage further each
/// time it is known, and back to the first when it isn't.
///
/// Nothing here reads a clock: whoever asks says which day it is.
///
/// @param cards by the items' ids
public record Leitner(SortedMap<String, Card> cards) {

    /// How long after each stage an item comes back, in days.
    public static final List<Integer> DAYS = List.of(1, 3, 7, 21);

    public Leitner {
        cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
    }

    /// A missed item.
    ///
    /// @param stage from 0; an index into [#DAYS]
    /// @param due the first day on which it is asked again
    public record Card(int stage, LocalDate due) {}

    public static Leitner empty() {
        return new Leitner(Collections.emptySortedMap());
    }

    /// After an item was answered.
    ///
    /// An item that was never missed isn't kept. One that is known before it is due stays where it
    /// is: remembering what was just read proves little.
    public Leitner answered(String item, boolean right, LocalDate today) {
        var card = cards.get(item);
        if (!right) {
            return with(item, at(0, today));
        }
        if (card == null || today.isBefore(card.due())) {
            return this;
        }
        return card.stage() + 1 < DAYS.size()
                ? with(item, at(card.stage() + 1, today))
                : without(item);
    }

    /// The items to be asked today, the longest due first.
    public List<String> due(LocalDate today) {
        return cards.entrySet().stream()
                .filter(card -> !card.getValue().due().isAfter(today))
                .sorted(Comparator.comparing(card -> card.getValue().due()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Card at(int stage, LocalDate today) {
        return new Card(stage, today.plusDays(DAYS.get(stage)));
    }

    private Leitner with(String item, Card card) {
        var more = new TreeMap<>(cards);
        more.put(item, card);
        return new Leitner(more);
    }

    private Leitner without(String item) {
        var fewer = new TreeMap<>(cards);
        fewer.remove(item);
        return new Leitner(fewer);
    }
}
