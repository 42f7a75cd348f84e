package ecslab.lesson.read;

import ecslab.ecs.Nearest;
import ecslab.ecs.command.Command;
import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import ecslab.lesson.Focus;
import ecslab.lesson.Moment;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What the readers of a lesson's files share: the problems found so far, and what has been named
/// but can be looked up only when everything is read.
final class Reading {

    private static final String MOMENT =
            "\"24s\" on the run's clock, or \"+8s\" after the beat began";

    private final Problems problems;
    private final List<Use> texts = new ArrayList<>();
    private final List<Use> selectors = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private boolean missesCommands;
    private SimInstant until = new SimInstant(Long.MAX_VALUE);

    Reading(Problems problems) {
        this.problems = problems;
    }

    /// A name that stands somewhere.
    record Use(Place place, String name) {}

    Problems problems() {
        return problems;
    }

    /// The text keys that were named.
    List<Use> texts() {
        return texts;
    }

    /// The selectors that were named.
    List<Use> selectors() {
        return selectors;
    }

    /// The commands that can be given in the lesson.
    List<Command> commands() {
        return commands;
    }

    /// Takes a command that a learner may give.
    ///
    /// @param command empty if it can't be read
    void useCommand(Optional<Command> command) {
        command.ifPresent(commands::add);
        missesCommands |= command.isEmpty();
    }

    /// Whether a command can't be read, so that it isn't known what it makes.
    boolean missesCommands() {
        return missesCommands;
    }

    SimInstant until() {
        return until;
    }

    /// The end of the run that moments are about from now on.
    void runsUntil(SimInstant end) {
        until = end;
    }

    void useText(Place place, String key) {
        texts.add(new Use(place, key));
    }

    void useSelector(Place place, String selector) {
        selectors.add(new Use(place, selector));
    }

    /// A text key that has to be there.
    String key(Fields fields, String name, String example) {
        var key = fields.needText(name, "\"" + example + "\"");
        if (!key.isEmpty()) {
            useText(fields.placeOf(name), key);
        }
        return key;
    }

    /// A text key; empty if it is left out.
    String keyIfAny(Fields fields, String name) {
        var key = fields.text(name, "");
        if (!key.isEmpty()) {
            useText(fields.placeOf(name), key);
        }
        return key;
    }

    /// Whether something is so; no if it is left out. What is neither true nor false was meant to
    /// be true.
    boolean flag(Fields fields, String name) {
        var written = fields.find(name);
        if (written.isPresent() && !(written.get() instanceof Json.Bool)) {
            fields.wrong(name, "must be true or false, without quotes", "true");
        }
        return written.filter(one -> !(one instanceof Json.Bool(_, var value)) || value)
                .isPresent();
    }

    /// Makes a problem of a name that isn't known.
    ///
    /// @param what such as `step`
    void refuseUnknown(Place place, String what, String written, Collection<String> known) {
        problems.add(
                place,
                "there is no " + what + " \"" + written + "\"",
                Nearest.to(written, known)
                        .map(near -> "Write \"" + near + "\".")
                        .orElse(
                                (known.size() == 1 ? "There is " : "There are ")
                                        + String.join(", ", known)
                                        + "."));
    }

    /// Makes a problem of everything that stands more than once among things that are told apart by
    /// it.
    void refuseTwice(Place place, String name, List<String> items) {
        items.stream()
                .filter(item -> Collections.frequency(items, item) > 1)
                .distinct()
                .forEach(item ->
                        problems.add(
                                place,
                                "\"" + name + "\" has \"" + item + "\" twice",
                                "Keep one, or write another key."));
    }

    /// A list of text keys, each of them once.
    List<String> keys(Fields fields, String name, String example) {
        var keys = new ArrayList<String>();
        for (var item : fields.items(name, "[\"" + example + "\"]")) {
            if (item instanceof Json.Text(var place, var key) && !key.isEmpty()) {
                useText(place, key);
                keys.add(key);
            } else {
                problems.add(
                        item.place(),
                        "\"" + name + "\" has an item that is no text key",
                        "Write it such as \"" + example + "\".");
            }
        }
        refuseTwice(fields.placeOf(name), name, keys);
        return keys;
    }

    Focus focus(Fields fields, String name) {
        var written = fields.needText(name, "\"service/web\"");
        return written.isEmpty()
                ? new Focus.Panel(Focus.Part.STAGE)
                : focus(fields.placeOf(name), written);
    }

    private Focus focus(Place place, String written) {
        if (written.startsWith(Focus.MAP)) {
            refusePlace(place, written.substring(Focus.MAP.length()));
            return new Focus.Thing(written);
        }
        if (!written.startsWith("panel/")) {
            useSelector(place, written);
            return new Focus.Thing(written);
        }
        var word = written.substring("panel/".length());
        var part = Focus.Part.of(word);
        if (part.isEmpty()) {
            refusePart(place, word, "panel/");
        }
        return new Focus.Panel(part.orElse(Focus.Part.STAGE));
    }

    private void refusePlace(Place place, String word) {
        if (!Focus.MAP_PLACES.contains(word)) {
            problems.add(
                    place,
                    "the map has no place \"" + word + "\"",
                    Nearest.to(word, Focus.MAP_PLACES)
                            .map(near -> "Write \"" + Focus.MAP + near + "\".")
                            .orElse("It has " + String.join(", ", Focus.MAP_PLACES) + "."));
        }
    }

    void refusePart(Place place, String word, String before) {
        problems.add(
                place,
                "the window has no part \"" + word + "\"",
                Nearest.to(word, Focus.Part.words())
                        .map(near -> "Write \"" + before + near + "\".")
                        .orElse("It has " + String.join(", ", Focus.Part.words()) + "."));
    }

    /// A moment that has to be there.
    Moment needMoment(Fields fields, String name) {
        return fields.need(name, "\"+8s\"").map(_ -> moment(fields, name)).orElse(Moment.now());
    }

    Moment moment(Fields fields, String name, Moment otherwise) {
        return fields.find(name).map(_ -> moment(fields, name)).orElse(otherwise);
    }

    private Moment moment(Fields fields, String name) {
        var written = fields.needText(name, "\"+8s\"");
        var isAfter = written.startsWith("+");
        var span = Spans.parse(isAfter ? written.substring(1) : written);
        if (span.isEmpty() || span.get().compareTo(Fields.SPAN_MAX) > 0) {
            if (!written.isEmpty()) {
                problems.add(
                        fields.placeOf(name),
                        "\"" + name + "\" is no moment: " + written,
                        "Write it such as " + MOMENT + ".");
            }
            return Moment.now();
        }
        return isAfter ? new Moment.After(span.get()) : at(fields, name, span.get());
    }

    private Moment at(Fields fields, String name, Duration span) {
        var at = SimInstant.of(span);
        if (at.isAfter(until)) {
            problems.add(
                    fields.placeOf(name),
                    "\"" + name + "\" is at " + at + ", but the run ends at " + until,
                    "Write an earlier moment, or let the scenario run longer: its \"until\".");
        }
        return new Moment.At(at);
    }
}
