package ecslab.lesson.read;

import ecslab.lesson.quiz.QuizItem;
import ecslab.lesson.quiz.QuizItem.Tags;
import ecslab.wire.Place;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads `quiz.json`.
final class QuizReader {

    private static final int DIFFICULTY_MAX = 3;
    private static final List<String> KINDS = List.of("single", "multiple", "ordering", "matching");

    private final Reading reading;
    private final QuestionReader questions;
    private final ActReader acts;
    private final List<Place> places = new ArrayList<>();

    QuizReader(Reading reading, QuestionReader questions, ActReader acts) {
        this.reading = reading;
        this.questions = questions;
        this.acts = acts;
    }

    /// @param tags the lesson's; every item's id begins with its id
    List<QuizItem> items(Json json, LessonTags tags) {
        var lesson = tags.id();
        var all = new ArrayList<QuizItem>();
        var ids = new HashSet<String>();
        var quiz = Fields.of(json, "a quiz", reading.problems());
        if (quiz.isEmpty()) {
            return all;
        }
        quiz.get().need("items", "[{\"id\": \"L03.1\", \"kind\": \"single\"}]");
        for (var item : quiz.get().items("items", "[]")) {
            var fields = Fields.of(item, "a quiz item", reading.problems());
            fields.flatMap(one -> item(one, tags))
                    .ifPresent(one -> {
                        all.add(one);
                        places.add(item.place());
                    });
            if (fields.isPresent()) {
                var id = fields.get().text("id", "");
                if (!id.isEmpty() && !ids.add(id)) {
                    fields.get().wrong("id", "is that of an earlier item", "\"" + lesson + ".9\"");
                }
            }
        }
        quiz.get().refuseOthers();
        return all;
    }

    /// Where each of the items is, once they are read.
    List<Place> places() {
        return places;
    }

    private Optional<QuizItem> item(Fields fields, LessonTags lesson) {
        var tags = tags(fields, lesson.id());
        lesson.check(fields, tags, reading.problems());
        var kind = fields.needText("kind", "\"single\"");
        var ask = reading.key(fields, "ask", "quiz.1.ask");
        Optional<QuizItem> item =
                switch (kind) {
                    case "single" ->
                            Optional.of(
                                    new QuizItem.Single(tags, ask, questions.options(fields, 1)));
                    case "multiple" ->
                            Optional.of(
                                    new QuizItem.Multiple(tags, ask, questions.options(fields, 2)));
                    case "ordering" -> Optional.of(ordering(fields, tags, ask));
                    case "matching" ->
                            Optional.of(
                                    new QuizItem.Matching(
                                            tags,
                                            ask,
                                            questions.pairs(fields),
                                            acts.needShow(fields, "an item")));
                    default -> refuse(fields, kind);
                };
        if (item.isPresent()) {
            fields.refuseOthers();
        }
        return item;
    }

    private Optional<QuizItem> refuse(Fields fields, String kind) {
        if (!kind.isEmpty()) {
            reading.refuseUnknown(fields.placeOf("kind"), "kind of quiz item", kind, KINDS);
        }
        return Optional.empty();
    }

    private QuizItem ordering(Fields fields, Tags tags, String ask) {
        var items = reading.keys(fields, "items", "quiz.2.first");
        if (items.size() < 2) {
            reading.problems()
                    .add(fields.placeOf("items"), "\"items\" needs at least 2 items", "Add one.");
        }
        var because = reading.key(fields, "because", "quiz.2.why");
        return new QuizItem.Ordering(tags, ask, items, because, acts.needShow(fields, "an item"));
    }

    private Tags tags(Fields fields, String lesson) {
        var id = fields.needText("id", "\"" + lesson + ".1\"");
        if (!id.isEmpty() && !lesson.isEmpty() && !id.startsWith(lesson + ".")) {
            fields.wrong("id", "begins with the lesson's own", "\"" + lesson + ".1\"");
        }
        fields.need("exams", "[\"SAA-C03\"]");
        fields.need("domains", "[\"SAA-C03/2\"]");
        fields.need("seeds", "[\"service\"]");
        return new Tags(
                id,
                fields.texts("exams", "[\"SAA-C03\"]"),
                fields.texts("domains", "[\"SAA-C03/2\"]"),
                fields.texts("seeds", "[\"service\"]"),
                (int) fields.needWhole("difficulty", 1, DIFFICULTY_MAX),
                verified(fields));
    }

    private static LocalDate verified(Fields fields) {
        var written = fields.needText("verified", "\"2026-11-21\"");
        try {
            return written.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(written);
        } catch (DateTimeParseException _) {
            fields.wrong("verified", "must be a date", "\"2026-11-21\"");
            return LocalDate.EPOCH;
        }
    }
}
