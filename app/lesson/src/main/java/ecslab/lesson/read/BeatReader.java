package ecslab.lesson.read;

import ecslab.ecs.Nearest;
import ecslab.lesson.Beat;
import ecslab.lesson.Moment;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads beats.
final class BeatReader {

    private static final List<String> KINDS =
            Arrays.stream(Beat.Kind.values()).map(Beat.Kind::word).toList();
    private static final double SPEED_MAX = 16;

    private final Reading reading;
    private final PredicateReader predicates;
    private final ActReader acts;
    private final QuestionReader questions;

    BeatReader(
            Reading reading, PredicateReader predicates, ActReader acts, QuestionReader questions) {
        this.reading = reading;
        this.predicates = predicates;
        this.acts = acts;
        this.questions = questions;
    }

    Optional<Beat> beat(Json item) {
        return Fields.of(item, "a beat", reading.problems()).flatMap(this::beat);
    }

    private Optional<Beat> beat(Fields fields) {
        var kind = fields.needText("kind", "\"watch\"");
        var known = Beat.Kind.of(kind);
        if (known.isEmpty()) {
            refuseKind(fields, kind);
            return Optional.empty();
        }
        var beat =
                switch (known.get()) {
                    case WATCH -> watch(fields);
                    case PREDICT -> questions.predict(fields, speed(fields));
                    case DO -> act(fields);
                    case CHECK -> check(fields);
                    case SORT -> sort(fields);
                    case MATCH -> match(fields);
                    case ORDER -> order(fields);
                    case LABEL -> label(fields);
                    case SCHEDULE -> schedule(fields);
                };
        fields.refuseOthers();
        return beat;
    }

    private void refuseKind(Fields fields, String kind) {
        if (!kind.isEmpty()) {
            reading.problems()
                    .add(
                            fields.placeOf("kind"),
                            "there is no kind of beat \"" + kind + "\"",
                            Nearest.to(kind, KINDS)
                                    .map(near -> "Write \"" + near + "\".")
                                    .orElse("Write one of " + String.join(", ", KINDS) + "."));
        }
    }

    private Optional<Beat> watch(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var say = reading.key(fields, "say", "step.1.cluster");
        var from = reading.moment(fields, "from", Moment.now());
        var to = reading.needMoment(fields, "to");
        refuseBackwards(fields, from, to);
        return Optional.of(new Beat.Watch(focus, say, from, to, speed(fields)));
    }

    private void refuseBackwards(Fields fields, Moment from, Moment to) {
        if (from instanceof Moment.At(var first)
                && to instanceof Moment.At(var last)
                && !last.isAfter(first)
                && fields.find("to").isPresent()) {
            fields.wrong("to", "is not after its \"from\", " + first, "\"+8s\"");
        }
    }

    private double speed(Fields fields) {
        var written = fields.find("speed");
        if (written.isEmpty()) {
            return 1;
        }
        if (written.get() instanceof Json.Numeral(_, var literal) && literal.length() < 6) {
            var speed = Double.parseDouble(literal);
            if (speed > 0 && speed <= SPEED_MAX) {
                return speed;
            }
        }
        fields.wrong("speed", "must be a number above 0 and at most 16", "4");
        return 1;
    }

    private Optional<Beat> act(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var say = reading.key(fields, "say", "step.5.do");
        var hints = reading.keys(fields, "hints", "step.5.hint.1");
        fields.need(
                "solution",
                "[{\"call\": \"ecs:UpdateService\", \"with\": {\"service\": \"web\"}}]");
        var solution = acts.acts(fields, "solution");
        if (fields.find("solution")
                .filter(one -> one instanceof Json.Array(_, var items) && items.isEmpty())
                .isPresent()) {
            fields.wrong(
                    "solution",
                    "has no act",
                    "[{\"call\": \"ecs:UpdateService\", \"with\": {\"service\": \"web\"}}]");
        }
        return Optional.of(
                new Beat.Do(
                        focus,
                        say,
                        hints,
                        acts.drafts(fields),
                        solution,
                        acts.ways(fields, "accepted"),
                        acts.wrongPaths(fields, "wrong"),
                        acts.within(fields),
                        fields.flag("live", false)));
    }

    private Optional<Beat> check(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var say = reading.keyIfAny(fields, "say");
        return Optional.of(new Beat.Check(focus, say, predicates.goals(fields, "a check")));
    }

    private Optional<Beat> sort(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "step.6.ask");
        var groups = reading.keys(fields, "groups", "step.6.group.a");
        atLeast(fields, "groups", groups, 2);
        var cards =
                items(
                        fields,
                        "cards",
                        "a card",
                        card -> {
                            var key = reading.key(card, "key", "step.6.card.a");
                            var group = card.needText("group", "\"step.6.group.a\"");
                            if (!group.isEmpty() && !groups.contains(group)) {
                                reading.refuseUnknown(
                                        card.placeOf("group"), "group", group, groups);
                            }
                            return new Beat.Card(key, group, because(card));
                        });
        refuseTwice(fields, "cards", cards, Beat.Card::key);
        return Optional.of(new Beat.Sort(focus, ask, groups, cards));
    }

    private Optional<Beat> match(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "step.6.ask");
        return Optional.of(new Beat.Match(focus, ask, questions.pairs(fields)));
    }

    private Optional<Beat> order(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "step.6.ask");
        var items = reading.keys(fields, "items", "step.6.first");
        atLeast(fields, "items", items, 2);
        return Optional.of(new Beat.Order(focus, ask, items, because(fields)));
    }

    private Optional<Beat> label(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "step.7.ask");
        var blanks =
                items(
                        fields,
                        "blanks",
                        "a blank",
                        blank ->
                                new Beat.Blank(
                                        reading.focus(blank, "at"),
                                        reading.key(blank, "key", "step.7.service"),
                                        because(blank)));
        refuseTwice(fields, "blanks", blanks, blank -> blank.at().toString());
        return Optional.of(
                new Beat.Label(focus, ask, blanks, reading.keys(fields, "extras", "step.7.pod")));
    }

    private Optional<Beat> schedule(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "step.2.ask");
        var that = predicates.query(fields);
        var at = reading.needMoment(fields, "at");
        var places = fields.texts("places", "[\"us-east-1a\", \"us-east-1b\"]");
        atLeast(fields, "places", places, 2);
        var because = because(fields);
        return that.map(query -> new Beat.Schedule(focus, ask, query, at, places, because));
    }

    private String because(Fields fields) {
        return reading.key(fields, "because", "step.6.card.a.why");
    }

    private <T> void refuseTwice(
            Fields fields, String name, List<T> items, Function<T, String> key) {
        reading.refuseTwice(fields.placeOf(name), name, items.stream().map(key).toList());
    }

    private void atLeast(Fields fields, String name, List<String> items, int min) {
        if (items.size() < min) {
            reading.problems()
                    .add(
                            fields.placeOf(name),
                            "\"" + name + "\" needs at least " + min + " items",
                            "Add one.");
        }
    }

    private <T> List<T> items(Fields fields, String name, String whose, Function<Fields, T> read) {
        var all = new ArrayList<T>();
        for (var item : fields.items(name, "[{…}, {…}]")) {
            Fields.of(item, whose, reading.problems())
                    .ifPresent(one -> {
                        all.add(read.apply(one));
                        one.refuseOthers();
                    });
        }
        if (all.size() < 2) {
            reading.problems()
                    .add(
                            fields.placeOf(name),
                            "\"" + name + "\" needs at least 2 items",
                            "Add one.");
        }
        return all;
    }
}
