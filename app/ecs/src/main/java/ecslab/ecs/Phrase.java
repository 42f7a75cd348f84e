package ecslab.ecs;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something to be said in the reader's language: a text key and the values to put in.
///
/// The control plane explains itself in phrases, never in sentences, so that every explanation
/// exists in every language. ECS's own messages are not phrases: they stay in ECS's English.
///
/// @param key such as `remedy.cluster.create`
/// @param values by placeholder name
public record Phrase(String key, SortedMap<String, String> values) {

    public static final Phrase NOTHING = Phrase.of("");

    public Phrase {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// A phrase with its values.
    ///
    /// @param namesAndValues placeholder, value, placeholder, value, …
    public static Phrase of(String key, Object... namesAndValues) {
        var values = new TreeMap<String, String>();
        for (var i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return new Phrase(key, values);
    }
}
