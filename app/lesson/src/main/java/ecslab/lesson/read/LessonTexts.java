package ecslab.lesson.read;

import ecslab.ecs.Nearest;
import ecslab.lesson.read.Reading.Use;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import ecslab.wire.text.Language;
import ecslab.wire.text.Texts;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Reads a lesson's texts, and holds them against the keys that its files name.
final class LessonTexts {

    private static final List<Language> WRITTEN = List.of(Language.ENGLISH, Language.KOREAN);

    private final Problems problems;
    private final Map<Language, SequencedMap<String, Json.Text>> texts =
            new EnumMap<>(Language.class);
    private final Map<Language, String> files = new EnumMap<>(Language.class);

    LessonTexts(Path folder, Problems problems) {
        this.problems = problems;
        for (var language : WRITTEN) {
            var file = folder.resolve("text." + language.code() + ".json");
            files.put(language, file.toString());
            read(new Source.OfFile(file)).ifPresent(found -> texts.put(language, found));
        }
    }

    private Optional<SequencedMap<String, Json.Text>> read(Source source) {
        try {
            var json = JsonReader.read(source, problems);
            if (!(json instanceof Json.Struct(_, var members))) {
                problems.add(
                        json.place(),
                        "a file of texts is one flat object",
                        "Write { \"key\": \"text\", … }.");
                return Optional.empty();
            }
            var found = new LinkedHashMap<String, Json.Text>();
            members.forEach((key, member) -> {
                if (member.value() instanceof Json.Text(_, var value) && !value.isBlank()) {
                    found.put(key, new Json.Text(member.place(), value));
                } else {
                    problems.add(
                            member.place(),
                            "\"" + key + "\" is no text",
                            "Write it in double quotes, and not empty.");
                }
            });
            return Optional.of(found);
        } catch (BadInput unreadable) {
            problems.addAll(unreadable);
            return Optional.empty();
        }
    }

    /// Makes a problem of every key that is missing in a language, and of every one that nobody
    /// names.
    ///
    /// @param isAllRead whether all that could name keys can be read; else nobody knows which keys
    ///   are named by nothing
    void compare(List<Use> uses, boolean isAllRead) {
        for (var language : WRITTEN) {
            if (texts.containsKey(language)) {
                uses.forEach(use -> refuseMissing(language, use));
                if (isAllRead) {
                    refuseUnused(language, uses);
                }
                refuseMalformed(language);
            }
        }
    }

    private void refuseMissing(Language language, Use use) {
        var keys = texts(language).keySet();
        if (!keys.contains(use.name())) {
            var file = Path.of(use.place().file()).getFileName();
            problems.add(
                    new Place(file(language), 1),
                    "there is no text \""
                            + use.name()
                            + "\" for "
                            + file
                            + ":"
                            + use.place().line(),
                    Nearest.to(use.name(), keys)
                            .filter(near -> !isInAll(near))
                            .map(near -> "\"" + near + "\" is near: is it that one?")
                            .orElse("Add it."));
        }
    }

    private boolean isInAll(String key) {
        return WRITTEN.stream().allMatch(language -> texts(language).containsKey(key));
    }

    private void refuseUnused(Language language, List<Use> uses) {
        texts(language)
                .forEach((key, text) -> {
                    if (uses.stream().noneMatch(use -> use.name().equals(key))) {
                        problems.add(
                                text.place(),
                                "nothing says \"" + key + "\"",
                                "Delete it, or name it where it is to be said.");
                    }
                });
    }

    private void refuseMalformed(Language language) {
        texts(language)
                .forEach((key, text) -> {
                    try {
                        var one = new TreeMap<>(Map.of(key, text.value()));
                        var names = Texts.of(language, one).names(key);
                        if (!names.isEmpty()) {
                            problems.add(
                                    text.place(),
                                    "the text \""
                                            + key
                                            + "\" asks for a value {"
                                            + names.first()
                                            + "}, and nobody gives it one",
                                    "Write the value itself.");
                        }
                    } catch (IllegalStateException malformed) {
                        problems.add(
                                text.place(),
                                String.valueOf(malformed.getMessage()),
                                "Write { and } only around placeholders.");
                    }
                });
    }

    private String file(Language language) {
        return files.getOrDefault(language, "");
    }

    private SequencedMap<String, Json.Text> texts(Language language) {
        return texts.getOrDefault(
                language, Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
    }

    /// A text and where it stands; empty if there is none.
    Optional<Json.Text> find(Language language, String key) {
        return Optional.ofNullable(texts(language).get(key));
    }

    /// All texts of a language by key.
    SequencedMap<String, Json.Text> all(Language language) {
        return texts(language);
    }

    /// The texts as the product shows them. To be asked for only if there was no problem.
    Map<Language, Texts> all() {
        var all = new EnumMap<Language, Texts>(Language.class);
        for (var language : Language.values()) {
            var written = new TreeMap<String, String>();
            texts(language.written()).forEach((key, text) -> written.put(key, text.value()));
            all.put(language, Texts.of(language, written));
        }
        return all;
    }
}
