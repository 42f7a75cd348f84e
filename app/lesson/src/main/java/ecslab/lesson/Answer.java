package ecslab.lesson;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a learner has committed to. It names things by their keys, so it means the same in every
/// language.
public sealed interface Answer {

    /// One option of several, or some of them.
    record Chosen(List<String> keys) implements Answer {
        public Chosen {
            keys = List.copyOf(keys);
        }

        public static Chosen one(String key) {
            return new Chosen(List.of(key));
        }
    }

    /// A value, as it was offered or written.
    record Written(String value) implements Answer {}

    /// Things in order: of an `order` beat its items, of a `schedule` beat the tasks' places.
    record Ordered(List<String> keys) implements Answer {
        public Ordered {
            keys = List.copyOf(keys);
        }
    }

    /// What was put where: card to group, left to right, blank (its selector) to name.
    record Paired(SortedMap<String, String> pairs) implements Answer {
        public Paired {
            pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
        }
    }
}
