package ecslab.lesson.read;

import ecslab.lesson.Beat;
import ecslab.lesson.Moment;
import ecslab.lesson.Option;
import ecslab.lesson.Question;
import ecslab.lesson.predicate.Condition;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is asked: options with their explanations, values that the model knows, pairs.
final class QuestionReader {

    private static final String OPTIONS =
            "[{\"key\": \"step.1.a\", \"right\": true}, {\"key\": \"step.1.b\", \"because\": \"…\","
                    + " \"show\": {…}}]";
    private static final String GENERATE = "{\"that\": \"length(tasks)\", \"at\": \"30s\"}";

    private final Reading reading;
    private final PredicateReader predicates;
    private final ActReader acts;

    QuestionReader(Reading reading, PredicateReader predicates, ActReader acts) {
        this.reading = reading;
        this.predicates = predicates;
        this.acts = acts;
    }

    Optional<Beat> predict(Fields fields, double speed) {
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "step.1.ask");
        var gate = reading.moment(fields, "gate", Moment.now());
        var hasOptions = fields.find("options").isPresent();
        var generate = fields.inside("generate", "what is generated");
        if (hasOptions == fields.find("generate").isPresent()) {
            reading.problems()
                    .add(
                            fields.place(),
                            "a predict beat has either \"options\" or \"generate\"",
                            "Write \"options\": "
                                    + OPTIONS
                                    + ", or \"generate\": "
                                    + GENERATE
                                    + ".");
        }
        var question =
                hasOptions
                        ? Optional.<Question>of(new Question.Choose(options(fields, 1)))
                        : generate.flatMap(this::generated);
        var shownAt =
                question.isPresent() && question.get() instanceof Question.Generate(_, var at, _, _)
                        ? at
                        : gate;
        var reveal = reading.moment(fields, "reveal", shownAt);
        if (!hasOptions) {
            refuseGiven(fields, gate, shownAt);
        }
        if (order(gate, reveal) < 0) {
            reading.problems()
                    .add(
                            fields.placeOf("reveal"),
                            "the \"reveal\" is before the \"gate\", " + gate,
                            "Write a later moment.");
        }
        return question.map(one -> new Beat.Predict(focus, ask, one, gate, reveal, speed));
    }

    /// A prediction is committed to before what it is about is seen.
    private void refuseGiven(Fields fields, Moment gate, Moment asked) {
        if (fields.find("generate").isPresent() && order(gate, asked) < 0) {
            reading.problems()
                    .add(
                            fields.placeOf("generate"),
                            "what is predicted is on the screen before the \"gate\", " + gate,
                            "Write a later \"at\", or an earlier \"gate\".");
        }
    }

    /// Above 0 if the second is later, or if only a run can tell.
    private static int order(Moment first, Moment second) {
        return switch (first) {
            case Moment.At(var one) when second instanceof Moment.At(var other) ->
                    other.compareTo(one);
            case Moment.After(var one) when second instanceof Moment.After(var other) ->
                    other.compareTo(one);
            case Moment.At _, Moment.After _ -> 1;
        };
    }

    private Optional<Question> generated(Fields fields) {
        var that = predicates.query(fields);
        var at = reading.needMoment(fields, "at");
        var offer = offer(fields);
        var wrong = new ArrayList<Question.Misreading>();
        fields.need("wrong", "[{\"is\": \"== 1\", \"because\": \"…\"}, {\"because\": \"…\"}]");
        for (var item : fields.items("wrong", "[{\"because\": \"step.5.first.why\"}]")) {
            Fields.of(item, "a misreading", reading.problems())
                    .ifPresent(one -> {
                        var is = predicates.conditionIfAny(one);
                        wrong.add(
                                new Question.Misreading(
                                        is, reading.key(one, "because", "step.5.first.why")));
                        one.refuseOthers();
                    });
        }
        if (!wrong.isEmpty() && !(wrong.getLast().is() instanceof Condition.Anything)) {
            fields.wrong(
                    "wrong",
                    "explains some wrong values only: its last item fits all others",
                    "{\"because\": \"step.5.first.why\"}");
        }
        fields.refuseOthers();
        return that.map(query -> new Question.Generate(query, at, offer, wrong));
    }

    private List<String> offer(Fields fields) {
        var offer = new ArrayList<String>();
        for (var item : fields.items("offer", "[1, 2, 3]")) {
            switch (item) {
                case Json.Numeral(_, var literal) -> offer.add(literal);
                case Json.Text(_, var text) -> offer.add(text);
                case Json.Bool(_, var value) -> offer.add(String.valueOf(value));
                case Json.Null _, Json.Array _, Json.Struct _ ->
                        fields.wrong("offer", "has an item that is no value", "[1, 2, 3]");
            }
        }
        if (offer.size() == 1) {
            fields.wrong("offer", "offers no choice", "[1, 2, 3]");
        }
        return offer;
    }

    /// Options of which some are right.
    ///
    /// @param right how many at least; if it is 1, no more
    List<Option> options(Fields fields, int right) {
        var options = new ArrayList<Option>();
        for (var item : fields.items("options", OPTIONS)) {
            Fields.of(item, "an option", reading.problems())
                    .ifPresent(one -> options.add(option(one)));
        }
        reading.refuseTwice(
                fields.placeOf("options"), "options", options.stream().map(Option::key).toList());
        var found = options.stream().filter(Option.Right.class::isInstance).count();
        if (right == 1 ? found != 1 : found < right) {
            reading.problems()
                    .add(
                            fields.placeOf("options"),
                            (right == 1 ? "one option is right" : "two options or more are right")
                                    + ", but "
                                    + (found == 0 ? "none is" : found + " are")
                                    + " here",
                            "Write \"right\": true beside "
                                    + (right == 1 ? "it." : "each of them."));
        }
        if (found == options.size() && found > 0) {
            fields.wrong("options", "has no wrong one", OPTIONS);
        }
        return options;
    }

    private Option option(Fields fields) {
        var key = reading.key(fields, "key", "step.1.a");
        var isRight = reading.flag(fields, "right");
        if (isRight) {
            fields.refuseOthers();
            return new Option.Right(key);
        }
        var because = reading.key(fields, "because", "step.1.b.why");
        var show = acts.needShow(fields, "an option");
        fields.refuseOthers();
        return new Option.Wrong(key, because, show);
    }

    List<Beat.Pair> pairs(Fields fields) {
        var pairs = new ArrayList<Beat.Pair>();
        for (var item : fields.items("pairs", "[{\"left\": \"…\", \"right\": \"…\"}]")) {
            Fields.of(item, "a pair", reading.problems())
                    .ifPresent(one -> {
                        pairs.add(
                                new Beat.Pair(
                                        reading.key(one, "left", "quiz.3.a"),
                                        reading.key(one, "right", "quiz.3.a.is"),
                                        reading.key(one, "because", "quiz.3.a.why")));
                        one.refuseOthers();
                    });
        }
        if (pairs.size() < 2) {
            reading.problems()
                    .add(fields.placeOf("pairs"), "\"pairs\" needs at least 2 items", "Add one.");
        }
        reading.refuseTwice(
                fields.placeOf("pairs"), "pairs", pairs.stream().map(Beat.Pair::left).toList());
        reading.refuseTwice(
                fields.placeOf("pairs"), "pairs", pairs.stream().map(Beat.Pair::right).toList());
        return pairs;
    }
}
