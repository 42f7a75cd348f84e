package ecslab.lesson.read;

import ecslab.lesson.Beat;
import ecslab.lesson.Step;
import ecslab.lesson.Term;
import ecslab.lesson.read.TeachingRules.Placed;
import ecslab.wire.Place;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads the steps of a lesson.
final class StepReader {

    private final Reading reading;
    private final BeatReader beats;
    private final HashSet<String> introduced = new HashSet<>();

    StepReader(Reading reading, BeatReader beats) {
        this.reading = reading;
        this.beats = beats;
    }

    /// The keys of all steps, for what names a step before it is read.
    static List<String> keys(List<Json> items) {
        var keys = new ArrayList<String>();
        for (var item : items) {
            if (item instanceof Json.Struct struct
                    && struct.get("key").orElse(struct) instanceof Json.Text(_, var key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    List<Placed> steps(List<Json> items) {
        var placed = new ArrayList<Placed>();
        var keys = new HashSet<String>();
        for (var item : items) {
            var fields = Fields.of(item, "a step", reading.problems());
            fields.ifPresent(one -> {
                var step = step(one);
                if (!keys.add(step.step().key())) {
                    one.wrong("key", "is that of an earlier step", "\"step.9\"");
                }
                placed.add(step);
            });
        }
        return placed;
    }

    private Placed step(Fields fields) {
        var key = reading.key(fields, "key", "step.1");
        var seeds = fields.texts("seeds", "[\"service\"]");
        var terms = fields.texts("introduces", "[\"cluster\"]");
        terms.forEach(term -> introduce(fields, term));
        fields.need("beats", "[{\"kind\": \"watch\"}]");
        var read = new ArrayList<Beat>();
        var places = new ArrayList<Place>();
        for (var item : fields.items("beats", "[{\"kind\": \"watch\"}]")) {
            Optional<Beat> beat = beats.beat(item);
            beat.ifPresent(one -> {
                read.add(one);
                places.add(item.place());
            });
        }
        fields.refuseOthers();
        return new Placed(new Step(key, seeds, terms, read), fields.place(), places);
    }

    private void introduce(Fields fields, String id) {
        var place = fields.placeOf("introduces");
        var term = new Term(id);
        reading.useText(place, term.name());
        reading.useText(place, term.line());
        if (!introduced.add(id)) {
            reading.problems()
                    .add(
                            place,
                            "the term \"" + id + "\" is introduced twice",
                            "Keep it where it is needed first.");
        }
    }
}
