package ecslab.lesson.read;

import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Lab;
import ecslab.lesson.Lab.GuidedPart;
import ecslab.wire.Place;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Reads the lab of a lesson.
final class LabReader {

    private static final String SCENARIO = "\"lab.json\"";
    private static final Json NONE = new Json.Null(new Place("", 1));

    private final Reading reading;
    private final PredicateReader predicates;
    private final ActReader acts;

    LabReader(Reading reading, PredicateReader predicates, ActReader acts) {
        this.reading = reading;
        this.predicates = predicates;
        this.acts = acts;
    }

    /// The file that the lab starts from.
    static String file(Fields lab) {
        return lab.needText("scenario", SCENARIO);
    }

    Lab lab(Fields fields, String file, Scenario scenario) {
        reading.useText(fields.place(), Lab.TITLE);
        var focus = reading.focus(fields, "focus");
        var ask = reading.key(fields, "ask", "lab.ask");
        var parts = parts(fields);
        var hints = reading.keys(fields, "hints", "lab.hint.1");
        fields.need("hints", "[\"lab.hint.1\"]");
        refuseNone(fields, "hints");
        var goals = predicates.goals(fields, "the lab");
        var accepted = acts.ways(fields, "accepted");
        var wrong = acts.wrongPaths(fields, "wrong");
        var within = acts.within(fields);
        fields.refuseOthers();
        return new Lab(file, scenario, focus, ask, parts, hints, goals, accepted, wrong, within);
    }

    private List<GuidedPart> parts(Fields fields) {
        var parts = new ArrayList<GuidedPart>();
        fields.need("parts", "[{\"say\": \"lab.1\", \"all\": [], \"solution\": []}]");
        for (var item : fields.items("parts", "[{\"say\": \"lab.1\"}]")) {
            Fields.of(item, "a part of the lab", reading.problems())
                    .ifPresent(one -> parts.add(part(one)));
        }
        refuseNone(fields, "parts");
        return parts;
    }

    private void refuseNone(Fields fields, String name) {
        if (fields.find(name).orElse(NONE) instanceof Json.Array(_, var items) && items.isEmpty()) {
            reading.problems().add(fields.placeOf(name), "\"" + name + "\" is empty", "Add one.");
        }
    }

    private GuidedPart part(Fields fields) {
        var focus = reading.focus(fields, "focus");
        var say = reading.key(fields, "say", "lab.1");
        var goals = predicates.goals(fields, "a part of the lab");
        fields.need("solution", "[{\"call\": \"ecs:CreateCluster\", \"with\": {}}]");
        var solution = acts.acts(fields, "solution");
        fields.refuseOthers();
        return new GuidedPart(focus, say, goals, solution);
    }
}
