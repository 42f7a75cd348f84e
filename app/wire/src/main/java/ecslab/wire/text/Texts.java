package ecslab.wire.text;

import ecslab.ecs.Phrase;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All texts in one language. Immutable.
///
/// A key that nobody has written is shown as `⟦key⟧`, and a value that nobody has given as
/// `⟦name⟧`: the screen goes on, and it is plain what is missing. Tests use [#strict()], which
/// throws.
public final class Texts {

    private final Language language;
    private final SortedMap<String, Message> messages;
    private final boolean isStrict;

    private Texts(Language language, SortedMap<String, Message> messages, boolean isStrict) {
        this.language = language;
        this.messages = messages;
        this.isStrict = isStrict;
    }

    /// Reads `text.LANGUAGE.json` in each of the folders, with the class loader that loaded us: in
    /// the product and its tests all rooms share it.
    ///
    /// @param resourceBases such as `ecslab/stage/panel`
    public static Texts load(Language language, List<String> resourceBases) {
        return load(language, Texts.class.getClassLoader(), resourceBases);
    }

    /// Reads the folders' files with the given class loader.
    ///
    /// @throws IllegalStateException if a file is missing or malformed, or a key is written twice
    public static Texts load(Language language, ClassLoader loader, List<String> resourceBases) {
        var all = new Texts(language, new TreeMap<>(), false);
        for (var base : resourceBases) {
            var resource = base + "/text." + language.written().code() + ".json";
            all = all.merge(of(language, BundleFile.read(loader, resource)));
        }
        return all;
    }

    /// Texts that were read elsewhere.
    ///
    /// @param written by key; the English ones for [Language#PSEUDO]
    public static Texts of(Language language, Map<String, String> written) {
        var messages = new TreeMap<String, Message>();
        written.forEach((key, text) -> messages.put(key, message(language, key, text)));
        return new Texts(language, messages, false);
    }

    /// Both together.
    ///
    /// @throws IllegalStateException if a key stands in both
    public Texts merge(Texts more) {
        var both = new TreeMap<>(messages);
        more.messages.forEach((key, message) -> {
            if (both.putIfAbsent(key, message) != null) {
                throw new IllegalStateException(
                        "the text key " + key + " is written in two bundles. Rename one.");
            }
        });
        return new Texts(language, both, isStrict);
    }

    /// The same texts; a missing key or value is an exception.
    public Texts strict() {
        return new Texts(language, messages, true);
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    public SortedSet<String> keys() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(messages.keySet()));
    }

    /// The names of the values that a text asks for; none if there is no such text.
    public SortedSet<String> names(String key) {
        var message = messages.get(key);
        return message == null ? Collections.emptySortedSet() : message.names();
    }

    /// The text with its values.
    ///
    /// @param namesAndValues placeholder, value, placeholder, value, …; a value that is a [Phrase]
    ///   is said in this language, too
    public String of(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    key + ": a name without its value in " + Arrays.toString(namesAndValues));
        }
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i].toString(), said(namesAndValues[i + 1]));
        }
        return of(key, values);
    }

    /// Empty for [Phrase#NOTHING].
    public String of(Phrase phrase) {
        return phrase.key().isEmpty() ? "" : of(phrase.key(), new LinkedHashMap<>(phrase.values()));
    }

    private String said(Object value) {
        return value instanceof Phrase phrase ? of(phrase) : value.toString();
    }

    private String of(String key, SequencedMap<String, String> values) {
        var message = messages.get(key);
        return message == null
                ? missing("there is no text ", key)
                : message.with(name -> value(key, name, values));
    }

    private String value(String key, String name, SequencedMap<String, String> values) {
        var value = values.get(name);
        return value == null ? missing("the text " + key + " got no value for ", name) : value;
    }

    private String missing(String what, String name) {
        if (isStrict) {
            throw new IllegalStateException(what + name + " (" + language.code() + ")");
        }
        return "⟦" + name + "⟧";
    }

    private static Message message(Language language, String key, String text) {
        try {
            return Message.parse(language == Language.PSEUDO ? text + " " + text : text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "text "
                            + key
                            + " ("
                            + language.written().code()
                            + "): "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}
