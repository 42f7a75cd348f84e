package ecslab.lesson.progress;

import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Answer;
import ecslab.lesson.Lab.Level;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.play.Attempt;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Place;
import ecslab.lesson.play.Standing;
import ecslab.lesson.play.Visit;
import ecslab.lesson.quiz.Leitner;
import ecslab.wire.BadInput;
import ecslab.wire.Problems;
import ecslab.wire.command.CommandReader;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import ecslab.wire.json.JsonReader;
import ecslab.wire.json.Source;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// Reads what [ProgressWriter] has written, and nothing else: any other file is damaged, or of a
/// newer version.
final class ProgressReader {

    private final Problems problems = new Problems();

    private ProgressReader() {}

    /// @throws BadInput if the file is not one of ours; nothing of it is used then
    static Progress read(Source source) throws BadInput {
        var reader = new ProgressReader();
        var json = JsonReader.read(source, reader.problems);
        var progress = Fields.of(json, "progress", reader.problems).map(reader::progress);
        reader.problems.throwIfAny();
        return progress.orElseThrow();
    }

    private Progress progress(Fields fields) {
        fields.needWhole("version", ProgressWriter.VERSION, ProgressWriter.VERSION);
        var lessons = map(fields, "lessons", this::lesson);
        var missed = map(fields, "missed", this::card);
        fields.refuseOthers();
        return new Progress(lessons, new Leitner(missed));
    }

    /// An object whose names are data.
    private <T> SortedMap<String, T> map(
            Fields fields, String name, BiFunction<Fields, String, Optional<T>> read) {
        var found = new TreeMap<String, T>();
        fields.needInside(name, name, "{}")
                .ifPresent(inside -> {
                    for (var key : inside.names()) {
                        read.apply(inside, key).ifPresent(one -> found.put(key, one));
                    }
                });
        return found;
    }

    private Optional<LessonProgress> lesson(Fields lessons, String id) {
        return lessons.inside(id, "a lesson's progress")
                .map(one -> {
                    var lesson =
                            new LessonProgress(
                                    plain(one, "fingerprint"),
                                    map(one, "journeys", this::journey),
                                    map(one, "finished", this::day),
                                    map(one, "answers", this::flag));
                    one.refuseOthers();
                    return lesson;
                });
    }

    private Optional<Leitner.Card> card(Fields missed, String item) {
        return missed.inside(item, "a missed item")
                .map(one ->
                        new Leitner.Card(
                                (int) one.needWhole("stage", 0, Leitner.DAYS.size() - 1),
                                day(one, "due").orElse(LocalDate.EPOCH)));
    }

    private Optional<LocalDate> day(Fields fields, String name) {
        try {
            return Optional.of(LocalDate.parse(fields.needText(name, "\"2026-11-21\"")));
        } catch (DateTimeParseException _) {
            fields.wrong(name, "is no day", "\"2026-11-21\"");
            return Optional.empty();
        }
    }

    /// A text that may be empty: what a learner has written can be.
    private static String plain(Fields fields, String name) {
        if (fields.need(name, "\"…\"").orElse(new Json.Null(fields.place()))
                instanceof Json.Text(_, var text)) {
            return text;
        }
        fields.wrong(name, "is no text", "\"…\"");
        return "";
    }

    private Optional<Boolean> flag(Fields fields, String name) {
        if (fields.find(name).orElse(new Json.Null(fields.place()))
                instanceof Json.Bool(_, var value)) {
            return Optional.of(value);
        }
        fields.wrong(name, "is neither true nor false", "true");
        return Optional.empty();
    }

    private Optional<Journey> journey(Fields journeys, String name) {
        var part = part(name);
        if (part.isEmpty()) {
            journeys.wrong(name, "is no part of a lesson", "\"steps\"");
        }
        var fields = journeys.inside(name, "a journey");
        if (part.isEmpty() || fields.isEmpty()) {
            return Optional.empty();
        }
        var present = fields.get().needInside("present", "an attempt", "{}").map(this::attempt);
        var kept = new ArrayList<Attempt>();
        for (var item : fields.get().items("kept", "[]")) {
            Fields.of(item, "an attempt", problems).map(this::attempt).ifPresent(kept::add);
        }
        var putAway = new TreeSet<>(fields.get().texts("putAway", "[]"));
        fields.get().refuseOthers();
        return present.map(one -> new Journey(part.get(), one, kept, putAway));
    }

    private static Optional<Part> part(String name) {
        var steps = new Part.Steps();
        if (name.equals(LessonProgress.name(steps))) {
            return Optional.of(steps);
        }
        for (var level : Level.values()) {
            if (level.word().equals(name)) {
                return Optional.of(new Part.LabAt(level));
            }
        }
        return Optional.empty();
    }

    private Attempt attempt(Fields fields) {
        var number = (int) fields.needWhole("number", 1, Integer.MAX_VALUE);
        var place = place(fields);
        var at = moment(fields, "at");
        var commands = new ArrayList<TimedCommand>();
        for (var item : fields.items("commands", "[]")) {
            Fields.of(item, "a command", problems).flatMap(this::command).ifPresent(commands::add);
        }
        var visits = new TreeMap<Place, Visit>();
        for (var item : fields.items("visits", "[]")) {
            Fields.of(item, "a visit", problems)
                    .ifPresent(one -> visits.put(place(one), visit(one)));
        }
        if (!visits.containsKey(place)) {
            fields.wrong("visits", "lacks the place of the learner", "[{\"step\": 0}]");
            visits.put(place, visit(fields));
        }
        fields.refuseOthers();
        return new Attempt(number, place, visits, commands, at);
    }

    private static Place place(Fields fields) {
        return new Place(
                (int) fields.needWhole("step", 0, 1_000), (int) fields.needWhole("beat", 0, 1_000));
    }

    private static SimInstant moment(Fields fields, String name) {
        Duration span = fields.needSpan(name, "\"1m\"");
        return SimInstant.of(span);
    }

    private Optional<TimedCommand> command(Fields fields) {
        var at = moment(fields, "at");
        var call = fields.needText("call", "\"ecs:RunTask\"");
        var with = fields.need("with", "{}");
        fields.refuseOthers();
        return with.flatMap(
                        input -> CommandReader.read(call, fields.placeOf("call"), input, problems))
                .map(command -> new TimedCommand(at, command));
    }

    private Visit visit(Fields fields) {
        var began = moment(fields, "began");
        var commandsBefore = (int) fields.needWhole("commandsBefore", 0, 1_000_000);
        var standing = standing(fields);
        var hints = (int) fields.needWhole("hints", 0, 1_000);
        var wrong = new TreeSet<Integer>();
        for (var item : fields.items("wrong", "[0]")) {
            if (item instanceof Json.Numeral numeral && numeral.whole().isPresent()) {
                wrong.add(Math.toIntExact(numeral.whole().get()));
            }
        }
        var opened = fields.texts("opened", "[]");
        var copied = fields.texts("copied", "[]");
        fields.refuseOthers();
        return new Visit(began, commandsBefore, standing, hints, wrong, opened, copied);
    }

    private Standing standing(Fields fields) {
        var word = fields.needText("standing", "\"open\"");
        return switch (word) {
            case "open" -> new Standing.Open();
            case "done" -> new Standing.Done();
            case "skipped" -> new Standing.Skipped();
            case "committed" -> new Standing.Committed(answer(fields, "answer"));
            case "answered" ->
                    new Standing.Answered(
                            answer(fields, "answer"),
                            answer(fields, "outcome"),
                            flag(fields, "right").orElse(false));
            default -> {
                fields.wrong("standing", "is none that we know", "\"open\"");
                yield new Standing.Open();
            }
        };
    }

    private Answer answer(Fields fields, String name) {
        var one = fields.needInside(name, "an answer", "{\"written\": \"3\"}");
        return one.map(this::answer).orElse(new Answer.Written(""));
    }

    private Answer answer(Fields fields) {
        if (fields.find("chosen").isPresent()) {
            return new Answer.Chosen(fields.texts("chosen", "[]"));
        }
        if (fields.find("ordered").isPresent()) {
            return new Answer.Ordered(fields.texts("ordered", "[]"));
        }
        if (fields.find("paired").isPresent()) {
            BiFunction<Fields, String, Optional<String>> text =
                    (inside, key) -> Optional.of(plain(inside, key));
            return new Answer.Paired(map(fields, "paired", text));
        }
        return new Answer.Written(plain(fields, "written"));
    }
}
