package ecslab.lesson.read;

import ecslab.ecs.Nearest;
import ecslab.lesson.Goal;
import ecslab.lesson.predicate.Condition;
import ecslab.lesson.predicate.Predicate;
import ecslab.lesson.predicate.Predicate.Over;
import ecslab.lesson.predicate.Predicate.When;
import ecslab.lesson.predicate.Query;
import ecslab.lesson.predicate.Section;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads predicates, and what of them stands alone.
final class PredicateReader {

    private static final String THAT = "\"services[?serviceName=='web'] | [0].runningCount\"";
    private static final Condition ANYTHING = new Condition.Anything();
    private static final Pattern FIRST_NAME = Pattern.compile("(?:\\w+\\s*\\()*\\s*(\\w+)");

    private final Reading reading;

    PredicateReader(Reading reading) {
        this.reading = reading;
    }

    /// The goals of a check: predicates with a text.
    List<Goal> goals(Fields check, String whose) {
        var goals = new ArrayList<Goal>();
        check.need("all", "[{\"that\": " + THAT + ", \"is\": \">= 3\", \"say\": \"step.1.goal\"}]");
        for (var item : check.items("all", "[]")) {
            Fields.of(item, "a goal of " + whose, reading.problems())
                    .ifPresent(fields -> {
                        var say = reading.key(fields, "say", "step.1.goal");
                        predicate(fields).ifPresent(one -> goals.add(new Goal(one, say)));
                    });
        }
        if (goals.isEmpty() && check.find("all").filter(Json.Array.class::isInstance).isPresent()) {
            reading.problems()
                    .add(
                            check.placeOf("all"),
                            whose + " asks for nothing that can be checked",
                            "Write at least one predicate into \"all\".");
        }
        return goals;
    }

    /// Predicates without texts; none if they are left out.
    List<Predicate> predicates(Fields fields, String name) {
        var all = new ArrayList<Predicate>();
        for (var item : fields.items(name, "[{\"that\": " + THAT + ", \"is\": \">= 3\"}]")) {
            Fields.of(item, "a predicate", reading.problems())
                    .flatMap(this::predicate)
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Predicate> predicate(Fields fields) {
        var that = query(fields);
        var is = needCondition(fields);
        var when = when(fields);
        var over = over(fields);
        fields.refuseOthers();
        return that.map(query -> new Predicate(query, is, when, over));
    }

    /// The query of `that`; empty if there was a problem with it.
    Optional<Query> query(Fields fields) {
        var written = fields.needText("that", THAT);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            var query = new Query(written);
            refuseUnknownSection(fields, query);
            return Optional.of(query);
        } catch (IllegalArgumentException malformed) {
            reading.problems()
                    .add(
                            fields.placeOf("that"),
                            "\"that\" is no JMESPath: " + malformed.getMessage(),
                            "Write it such as " + THAT + ".");
            return Optional.empty();
        }
    }

    private void refuseUnknownSection(Fields fields, Query query) {
        var readsAll = query.sections().equals(EnumSet.allOf(Section.class));
        var name = FIRST_NAME.matcher(query.text());
        if (!readsAll || query.text().contains("@") || !name.lookingAt()) {
            return;
        }
        reading.problems()
                .add(
                        fields.placeOf("that"),
                        "a run's state has no \"" + name.group(1) + "\"",
                        Nearest.to(name.group(1), Section.words())
                                .map(near -> "Write \"" + near + "\".")
                                .orElse("It has " + String.join(", ", Section.words()) + "."));
    }

    private Condition needCondition(Fields fields) {
        return fields.need("is", "\">= 3\"").map(_ -> condition(fields)).orElse(ANYTHING);
    }

    /// The condition of `is`; anything if it is left out.
    Condition conditionIfAny(Fields fields) {
        return fields.find("is").map(_ -> condition(fields)).orElse(ANYTHING);
    }

    private Condition condition(Fields fields) {
        var written = fields.needText("is", "\">= 3\"");
        var read = Condition.parse(written);
        if (read.isEmpty() && !written.isEmpty()) {
            reading.problems()
                    .add(
                            fields.placeOf("is"),
                            "\"is\" is no comparison: " + written,
                            "Write it " + Condition.FORMS + ".");
        }
        return read.orElse(ANYTHING);
    }

    private When when(Fields fields) {
        var written = fields.text("when", "now");
        var read = When.parse(written);
        if (read.isEmpty()) {
            reading.problems()
                    .add(
                            fields.placeOf("when"),
                            "\"when\" can't be " + written,
                            "Write " + When.FORMS + ".");
        }
        return read.orElse(new When.Now());
    }

    private Over over(Fields fields) {
        var written = fields.text("over", "step");
        var read = Over.parse(written);
        if (read.isEmpty()) {
            reading.problems()
                    .add(
                            fields.placeOf("over"),
                            "\"over\" can't be " + written,
                            "Write " + Over.FORMS + ".");
        }
        if (read.isPresent() && read.get() instanceof Over.Deployment(var service)) {
            reading.useSelector(fields.placeOf("over"), "service/" + service);
        }
        return read.orElse(new Over.Step());
    }
}
