package ecslab.lesson.read;

import ecslab.ecs.Nearest;
import ecslab.wire.BadInput;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import ecslab.wire.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Looks whether the links of a lesson's texts lead to terms that this lesson, or one beside it,
/// introduces.
final class TermLinks {

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)]*)\\)");
    private static final String TERM = "term:";

    private final Path folder;
    private final LessonTexts texts;
    private final Problems problems;

    TermLinks(Path folder, LessonTexts texts, Problems problems) {
        this.folder = folder;
        this.texts = texts;
        this.problems = problems;
    }

    /// @param introduced the lesson's own terms
    void check(List<String> introduced) {
        for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
            texts.all(language).values().forEach(text -> check(text, introduced));
        }
    }

    private void check(Json.Text text, List<String> introduced) {
        var links = LINK.matcher(text.value());
        while (links.find()) {
            var target = links.group(1);
            if (!target.startsWith(TERM)) {
                problems.add(
                        text.place(),
                        "the text has a link to \"" + target + "\"",
                        "A link leads to a term, such as [cluster](term:cluster).");
            } else if (!introduced.contains(target.substring(TERM.length()))) {
                refuseUnknown(text.place(), target.substring(TERM.length()), introduced);
            }
        }
    }

    private void refuseUnknown(Place place, String term, List<String> introduced) {
        var known = new TreeSet<>(introduced);
        known.addAll(introducedBeside());
        if (!known.contains(term)) {
            problems.add(
                    place,
                    "no lesson introduces the term \"" + term + "\"",
                    Nearest.to(term, known)
                            .map(near -> "Write (term:" + near + ").")
                            .orElse("Add it to what a step \"introduces\"."));
        }
    }

    private Collection<String> introducedBeside() {
        var terms = new TreeSet<String>();
        try (var beside = Files.list(folder.toAbsolutePath().normalize().getParent())) {
            beside.map(one -> one.resolve(LessonReader.FILE))
                    .filter(Files::isRegularFile)
                    .forEach(file -> introduced(file, terms));
        } catch (IOException _) {
            // The lesson stands alone.
            return terms;
        }
        return terms;
    }

    private static void introduced(Path file, Collection<String> terms) {
        try {
            collect(JsonReader.read(new Source.OfFile(file), new Problems()), terms);
        } catch (BadInput _) {
            // Its own check says what is wrong with it.
            return;
        }
    }

    private static void collect(Json lesson, Collection<String> terms) {
        for (var step : items(lesson, "steps")) {
            for (var term : items(step, "introduces")) {
                if (term instanceof Json.Text(_, var id)) {
                    terms.add(id);
                }
            }
        }
    }

    private static List<Json> items(Json json, String name) {
        return json instanceof Json.Struct struct
                        && struct.get(name).orElse(json) instanceof Json.Array(_, var items)
                ? items
                : List.of();
    }
}
