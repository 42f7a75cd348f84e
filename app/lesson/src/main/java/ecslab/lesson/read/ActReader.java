package ecslab.lesson.read;

import ecslab.ecs.time.Spans;
import ecslab.lesson.Act;
import ecslab.lesson.CallPattern;
import ecslab.lesson.Draft;
import ecslab.lesson.Focus;
import ecslab.lesson.Moment;
import ecslab.lesson.Show;
import ecslab.lesson.WrongPath;
import ecslab.wire.command.CommandReader;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what somebody does: solutions, wrong paths, and what is done to show something.
final class ActReader {

    private static final String CALL = "{\"call\": \"ecs:UpdateService\", \"with\": {}}";

    /// How long what is done is seen happening, unless a show says otherwise.
    private static final Duration SHOWN_FOR = Duration.ofSeconds(10);

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final Pattern SELECTOR = Pattern.compile("\\$\\{([^}]*)}");

    private final Reading reading;
    private final PredicateReader predicates;
    private final ShowTargets targets;

    ActReader(Reading reading, PredicateReader predicates, ShowTargets targets) {
        this.reading = reading;
        this.predicates = predicates;
        this.targets = targets;
    }

    /// A list of acts; none if it is left out.
    List<Act> acts(Fields fields, String name) {
        return acts(fields.items(name, "[" + CALL + "]"));
    }

    /// Some ways, each a list of acts.
    List<List<Act>> ways(Fields fields, String name) {
        var ways = new ArrayList<List<Act>>();
        for (var item : fields.items(name, "[[" + CALL + "]]")) {
            if (item instanceof Json.Array(_, var items)) {
                ways.add(acts(items));
            } else {
                reading.problems()
                        .add(
                                item.place(),
                                "each of \"" + name + "\" must be a list of acts",
                                "Write [" + CALL + "].");
            }
        }
        return ways;
    }

    private List<Act> acts(List<Json> items) {
        var acts = new ArrayList<Act>();
        for (var item : items) {
            Fields.of(item, "an act", reading.problems()).flatMap(this::act).ifPresent(acts::add);
        }
        return acts;
    }

    private Optional<Act> act(Fields fields) {
        if (fields.find("open").isPresent()) {
            return part(fields, "open").map(Act.Open::new);
        }
        if (fields.find("copy").isPresent()) {
            return part(fields, "copy").map(Act.Copy::new);
        }
        var call = fields.needText("call", "\"ecs:UpdateService\"");
        var with = fields.need("with", "{\"cluster\": \"demo\"}");
        var after = fields.span("after", Duration.ZERO);
        fields.refuseOthers();
        if (call.isEmpty() || with.isEmpty()) {
            return Optional.empty();
        }
        useSelectors(with.get());
        var command =
                CommandReader.read(call, fields.placeOf("call"), with.get(), reading.problems());
        reading.useCommand(command);
        return command.map(one -> new Act.Call(after, one));
    }

    private Optional<Focus.Part> part(Fields fields, String name) {
        var word = fields.needText(name, "\"cli\"");
        fields.refuseOthers();
        var part = Focus.Part.of(word);
        if (part.isEmpty() && !word.isEmpty()) {
            reading.refusePart(fields.placeOf(name), word, "");
        }
        return part;
    }

    private void useSelectors(Json with) {
        switch (with) {
            case Json.Text(var place, var text) -> {
                var found = SELECTOR.matcher(text);
                while (found.find()) {
                    reading.useSelector(place, found.group(1));
                }
            }
            case Json.Array(_, var items) -> items.forEach(this::useSelectors);
            case Json.Struct(_, var members) ->
                    members.values().forEach(member -> useSelectors(member.value()));
            case Json.Numeral _, Json.Bool _, Json.Null _ -> {}
        }
    }

    /// What is begun for the learner; none if it is left out.
    List<Draft> drafts(Fields fields) {
        return fields.inside("draft", "a draft").map(this::draft).map(List::of).orElse(List.of());
    }

    private Draft draft(Fields fields) {
        var call = fields.needText("call", "\"ecs:CreateService\"");
        var with = fields.need("with", "{\"cluster\": \"demo\"}");
        fields.refuseOthers();
        with.ifPresent(this::useSelectors);
        if (!call.isEmpty() && !CommandReader.calls().contains(call)) {
            reading.refuseUnknown(fields.placeOf("call"), "call", call, CommandReader.calls());
        }
        return new Draft(call, with.map(Json::compact).orElse("{}"));
    }

    List<WrongPath> wrongPaths(Fields fields, String name) {
        var paths = new ArrayList<WrongPath>();
        for (var item : fields.items(name, "[{\"commands\": [" + CALL + "], \"say\": \"…\"}]")) {
            Fields.of(item, "a wrong path", reading.problems())
                    .map(this::wrongPath)
                    .ifPresent(paths::add);
        }
        return paths;
    }

    private WrongPath wrongPath(Fields fields) {
        var calls = patterns(fields);
        var when = predicates.predicates(fields, "all");
        if (fields.find("commands").isEmpty() && fields.find("all").isEmpty()) {
            reading.problems()
                    .add(
                            fields.place(),
                            "a wrong path says neither by which \"commands\" nor by which"
                                    + " predicates (\"all\") it is recognised",
                            "Add \"commands\": [" + CALL + "].");
        }
        fields.need("example", "[" + CALL + "]");
        var example = acts(fields, "example");
        var say = reading.key(fields, "say", "step.1.wrong.runTask");
        var show = needShow(fields, "a wrong path");
        fields.refuseOthers();
        return new WrongPath(calls, when, example, say, show);
    }

    private List<CallPattern> patterns(Fields fields) {
        var patterns = new ArrayList<CallPattern>();
        for (var item : fields.items("commands", "[" + CALL + "]")) {
            Fields.of(item, "a command of a wrong path", reading.problems())
                    .ifPresent(one -> {
                        var call = one.needText("call", "\"ecs:RunTask\"");
                        var with = one.find("with");
                        one.refuseOthers();
                        with.ifPresent(this::useSelectors);
                        with.ifPresent(json ->
                                CommandReader.read(
                                        call, one.placeOf("call"), json, reading.problems()));
                        var none = new Json.Struct(one.place(), new LinkedHashMap<>());
                        patterns.add(new CallPattern(call, with.orElse(none)));
                    });
        }
        return patterns;
    }

    /// What proves a "because"; a problem if it is left out.
    Show needShow(Fields fields, String whose) {
        return fields.needInside(
                        "show",
                        "a show",
                        "{\"scenario\": \"scenario.json\", \"at\": \"30s\", \"focus\":"
                                + " \"service/web\"}")
                .map(show -> show(show, whose))
                .orElse(
                        new Show(
                                new Show.Origin.Here(),
                                List.of(),
                                Moment.now(),
                                new Focus.Panel(Focus.Part.STAGE),
                                false));
    }

    private Show show(Fields fields, String whose) {
        var from = targets.origin(fields, whose);
        var acts = acts(fields, "do");
        var length = acts.isEmpty() ? Duration.ZERO : SHOWN_FOR;
        var until = reading.until();
        targets.enter(from);
        var at = reading.moment(fields, "at", new Moment.After(length));
        reading.runsUntil(until);
        var focus = reading.focus(fields, "focus");
        var isRefused = isRefused(fields, acts);
        fields.refuseOthers();
        return new Show(from, acts, at, focus, isRefused);
    }

    private boolean isRefused(Fields show, List<Act> acts) {
        var isRefused = reading.flag(show, "refused");
        if (isRefused && acts.stream().noneMatch(Act.Call.class::isInstance)) {
            reading.problems()
                    .add(
                            show.placeOf("refused"),
                            "the show does nothing that could be refused",
                            "Add \"do\": [" + CALL + "], or leave out \"refused\".");
        }
        return isRefused;
    }

    /// How long a `do` goes on.
    Duration within(Fields fields) {
        var within = fields.span("within", WITHIN);
        if (within.isZero()) {
            fields.wrong(
                    "within", "is zero, so nothing can happen", "\"" + Spans.format(WITHIN) + "\"");
        }
        return within;
    }
}
