package ecslab.wire.json;

import ecslab.ecs.Nearest;
import ecslab.ecs.command.Given;
import ecslab.ecs.time.Spans;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Reads the fields of an object in a file of ours: what is missing, of a wrong type or unknown
/// becomes a problem, and reading goes on with a stand-in value, so that all problems are found.
///
/// Every `example` is JSON, to be shown as it is.
public final class Fields {

    /// Ten years: longer than any run, and far from any overflow.
    public static final Duration SPAN_MAX = Duration.ofDays(3653);

    private final Json.Struct json;
    private final String whose;
    private final Problems problems;
    private final SequencedSet<String> known = new LinkedHashSet<>();

    /// @param whose as in `"x" is no field of …`, such as `a scenario`
    private Fields(Json.Struct json, String whose, Problems problems) {
        this.json = json;
        this.whose = whose;
        this.problems = problems;
    }

    /// Empty, and a problem, if `json` is no object.
    public static Optional<Fields> of(Json json, String whose, Problems problems) {
        if (json instanceof Json.Struct struct) {
            return Optional.of(new Fields(struct, whose, problems));
        }
        problems.add(
                json.place(), whose + " must be an object", "Write it as { \"name\": value, … }.");
        return Optional.empty();
    }

    public Place place() {
        return json.place();
    }

    public Place placeOf(String name) {
        return json.placeOfField(name);
    }

    /// The names that are written, in order.
    public SequencedSet<String> names() {
        return new LinkedHashSet<>(json.members().keySet());
    }

    public Optional<Json> find(String name) {
        known.add(name);
        return json.get(name);
    }

    public Optional<Json> need(String name, String example) {
        var found = find(name);
        if (found.isEmpty()) {
            problems.add(
                    json.place(),
                    whose + " has no \"" + name + "\"",
                    "Add it, such as \"" + name + "\": " + example + ".");
        }
        return found;
    }

    public String needText(String name, String example) {
        return need(name, example).flatMap(value -> text(name, value, example)).orElse("");
    }

    public String text(String name, String otherwise) {
        return find(name)
                .flatMap(value -> text(name, value, "\"" + otherwise + "\""))
                .orElse(otherwise);
    }

    public Given<String> givenText(String name, String example) {
        return given(find(name).flatMap(value -> text(name, value, example)));
    }

    /// A list of texts; empty if it is left out.
    public List<String> texts(String name, String example) {
        var texts = new ArrayList<String>();
        for (var item : items(name, example)) {
            text(name, item, example).ifPresent(texts::add);
        }
        return texts;
    }

    /// The items of a list; none if it is left out.
    public List<Json> items(String name, String example) {
        var value = find(name);
        if (value.isPresent() && value.get() instanceof Json.Array(_, var items)) {
            return items;
        }
        value.ifPresent(_ -> wrong(name, "must be a list", example));
        return List.of();
    }

    public long needWhole(String name, long min, long max) {
        return need(name, String.valueOf(Math.max(1, min)))
                .flatMap(value -> whole(name, value, min, max))
                .orElse(min);
    }

    public long whole(String name, long min, long max, long otherwise) {
        return find(name).flatMap(value -> whole(name, value, min, max)).orElse(otherwise);
    }

    public Given<Integer> givenWhole(String name, int min, int max) {
        return given(
                find(name).flatMap(value -> whole(name, value, min, max)).map(Math::toIntExact));
    }

    public Duration needSpan(String name, String example) {
        return need(name, example)
                .flatMap(value -> span(name, value, example))
                .orElse(Duration.ZERO);
    }

    public Duration span(String name, Duration otherwise) {
        var example = "\"" + Spans.format(otherwise) + "\"";
        return find(name).flatMap(value -> span(name, value, example)).orElse(otherwise);
    }

    /// A duration in the list `name`.
    public Duration spanOf(String name, Json item, String example) {
        return span(name, item, example).orElse(Duration.ZERO);
    }

    public Given<Duration> givenSpan(String name, String example) {
        return given(find(name).flatMap(value -> span(name, value, example)));
    }

    public boolean flag(String name, boolean otherwise) {
        var value = find(name);
        if (value.isPresent() && value.get() instanceof Json.Bool(_, var flag)) {
            return flag;
        }
        value.ifPresent(_ -> wrong(name, "must be true or false", String.valueOf(otherwise)));
        return otherwise;
    }

    /// An object inside; empty if it is left out.
    public Optional<Fields> inside(String name, String itsWhose) {
        return find(name).flatMap(value -> of(value, itsWhose, problems));
    }

    /// An object inside that has to be there.
    public Optional<Fields> needInside(String name, String itsWhose, String example) {
        return need(name, example).flatMap(value -> of(value, itsWhose, problems));
    }

    /// Makes a problem of every field that nobody has asked for. To be called last.
    public void refuseOthers() {
        for (var name : json.members().keySet()) {
            if (!known.contains(name)) {
                problems.add(
                        placeOf(name),
                        "\"" + name + "\" is no field of " + whose,
                        Nearest.to(name, known)
                                .map(near -> "Write \"" + near + "\".")
                                .orElse("It has " + String.join(", ", known) + "."));
            }
        }
    }

    /// A problem with the value of a field.
    ///
    /// @param what goes on after the field's name
    public void wrong(String name, String what, String example) {
        problems.add(
                placeOf(name),
                "\"" + name + "\" of " + whose + " " + what,
                "Write it such as " + example + ".");
    }

    private Optional<String> text(String name, Json value, String example) {
        if (value instanceof Json.Text(_, var text) && !text.isEmpty()) {
            return Optional.of(text);
        }
        wrong(name, "must be a text", example);
        return Optional.empty();
    }

    private Optional<Long> whole(String name, Json value, long min, long max) {
        var whole =
                value instanceof Json.Numeral numeral ? numeral.whole() : Optional.<Long>empty();
        var fits = whole.filter(number -> number >= min && number <= max);
        if (fits.isEmpty()) {
            wrong(
                    name,
                    "must be a whole number from " + min + " to " + max,
                    String.valueOf(Math.max(1, min)));
        }
        return fits;
    }

    private Optional<Duration> span(String name, Json value, String example) {
        var span =
                value instanceof Json.Text(_, var text) ? parse(text) : Optional.<Duration>empty();
        if (span.isEmpty()) {
            wrong(name, "must be a duration " + Spans.FORMS + ", in quotes", example);
        }
        return span;
    }

    /// A duration of our own forms that fits a run's clock.
    private static Optional<Duration> parse(String text) {
        try {
            return Spans.parse(text).filter(span -> span.compareTo(SPAN_MAX) <= 0);
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static <T> Given<T> given(Optional<T> value) {
        return value.map(Given::of).orElse(Given.absent());
    }
}
