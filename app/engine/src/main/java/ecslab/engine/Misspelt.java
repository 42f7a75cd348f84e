package ecslab.engine;

import ecslab.ecs.Nearest;
import ecslab.ecs.Phrase;
import java.util.Collection;

/// What mends a name that nothing is called by.
final class Misspelt {

    private Misspelt() {}

    /// The nearest name that something has, if it is near enough to be meant.
    ///
    /// @param otherwise what helps if none is
    static Phrase remedy(String written, Collection<String> known, Phrase otherwise) {
        return Nearest.to(written, known)
                .map(near -> Phrase.of("remedy.nearest", "name", written, "near", near))
                .orElse(otherwise);
    }

    /// With all there are, if none is near.
    ///
    /// @param key of a text that lists what is `known`
    static Phrase remedy(String written, Collection<String> known, String key) {
        return remedy(written, known, Phrase.of(key, "known", Names.list(known)));
    }
}
