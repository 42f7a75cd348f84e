package ecslab.ecs;

import java.util.Map;

/// Something to be said in the reader's language: a text key and the values to put in.
///
/// The control plane explains itself in phrases, never in sentences, so that every explanation
/// exists in every language. ECS's own messages are not phrases: they stay in ECS's English.
///
/// @param key such as `remedy.cluster.create`
/// @param values by placeholder name, in the order of the names
public record Phrase(String key, Map<String, String> values) {

    public static final Phrase NOTHING = Phrase.of("");

    public Phrase {
        values = PhraseValues.copyOf(values);
    }

    /// A phrase with its values.
    ///
    /// @param namesAndValues placeholder, value, placeholder, value, …
    public static Phrase of(String key, Object... namesAndValues) {
        return new Phrase(key, PhraseValues.of(namesAndValues));
    }
}
