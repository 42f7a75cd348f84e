package ecslab.wire.scenario;

import ecslab.ecs.Nearest;
import ecslab.ecs.scenario.Client;
import ecslab.ecs.scenario.Shape;
import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.scenario.Traffic.Detail;
import ecslab.ecs.scenario.Traffic.PathShare;
import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads `traffic`.
final class TrafficReader {

    private static final int WEIGHT_MAX = 1_000_000;
    private static final String SELECTOR = "loadBalancer/";
    private final SimInstant end;
    private final Optional<List<String>> loadBalancers;
    private final Problems problems;

    private TrafficReader(SimInstant end, Optional<List<String>> loadBalancers, Problems problems) {
        this.end = end;
        this.loadBalancers = loadBalancers;
        this.problems = problems;
    }

    /// @param end the scenario's own `until`
    /// @param loadBalancers the names of those that the scenario makes; empty if not known
    static List<Traffic> read(
            List<Json> items,
            SimInstant end,
            Optional<List<String>> loadBalancers,
            Problems problems) {
        var reader = new TrafficReader(end, loadBalancers, problems);
        var all = new ArrayList<Traffic>();
        var names = new HashSet<String>();
        for (var item : items) {
            var fields = Fields.of(item, "traffic", problems);
            fields.map(reader::traffic).ifPresent(all::add);
            if (fields.isPresent() && !names.add(all.getLast().name())) {
                fields.get().wrong("name", "is that of an earlier traffic", "\"more users\"");
            }
        }
        return all;
    }

    private Traffic traffic(Fields fields) {
        var name = fields.needText("name", "\"users\"");
        var to = to(fields);
        var paths = paths(fields);
        var detail = detail(fields);
        var shape =
                fields.needInside("shape", "a shape of traffic", "{\"steady\": \"20/s\"}")
                        .map(inside -> shape(inside, detail))
                        .orElse(new Shape.Steady(1));
        var client =
                fields.inside("client", "the client").map(ClientReader::read).orElse(Client.USUAL);
        var from = SimInstant.of(fields.span("from", Duration.ZERO));
        var until = SimInstant.of(fields.span("until", end.since(SimInstant.START)));
        refuseOtherTimes(fields, from, until);
        fields.refuseOthers();
        return new Traffic(name, to, shape, paths, client, detail, from, until);
    }

    private String to(Fields fields) {
        var to = fields.needText("to", "\"loadBalancer/web\"");
        var name = to.startsWith(SELECTOR) ? to.substring(SELECTOR.length()) : "";
        if (!to.isEmpty() && name.isEmpty()) {
            fields.wrong("to", "must select a load balancer", "\"loadBalancer/web\"");
        } else if (!to.isEmpty()) {
            var balancer = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
            loadBalancers.ifPresent(known -> refuseUnknown(fields, balancer, known));
        }
        return name;
    }

    private void refuseUnknown(Fields fields, String name, List<String> known) {
        if (!known.contains(name)) {
            problems.add(
                    fields.placeOf("to"),
                    "no command makes a load balancer \"" + name + "\"",
                    Nearest.to(name, known)
                            .map(near -> "Write \"" + SELECTOR + near + "\".")
                            .orElse("Add a lab:LoadBalancer with this name."));
        }
    }

    /// One `path`, or `paths` with their weights.
    private List<PathShare> paths(Fields fields) {
        var single = fields.text("path", "/");
        var paths = new ArrayList<PathShare>();
        fields.inside("paths", "the paths")
                .ifPresent(inside -> {
                    for (var path : inside.names()) {
                        var weight = (int) inside.needWhole(path, 1, WEIGHT_MAX);
                        if (path.startsWith("/")) {
                            paths.add(new PathShare(path, weight));
                        } else {
                            inside.wrong(path, "must begin with /", "\"/\"");
                        }
                    }
                });
        if (paths.isEmpty() && !single.startsWith("/")) {
            fields.wrong("path", "must begin with /", "\"/\"");
        }
        return paths.isEmpty() ? List.of(new PathShare(single, 1)) : List.copyOf(paths);
    }

    private Detail detail(Fields fields) {
        var written = fields.needText("detail", "\"each\"");
        var detail = Arrays.stream(Detail.values()).filter(it -> it.word().equals(written));
        return detail.findFirst()
                .orElseGet(() -> {
                    if (!written.isEmpty()) {
                        problems.add(
                                fields.placeOf("detail"),
                                "this version knows no detail \"" + written + "\"",
                                "Write \"each\": every request is an event; or \"windows\".");
                    }
                    return Detail.EACH;
                });
    }

    private Shape shape(Fields fields, Detail detail) {
        var before = problems.size();
        var shape = new ShapeReader(problems).read(fields);
        var most =
                switch (detail) {
                    case EACH -> Traffic.EACH_PER_SECOND_MAX;
                    case WINDOWS -> Traffic.WINDOWS_PER_SECOND_MAX;
                };
        if (problems.size() == before && shape.most() > most) {
            problems.add(
                    fields.placeOf(fields.names().getFirst()),
                    "with detail \""
                            + detail.word()
                            + "\" traffic has at most "
                            + (int) most
                            + " requests a second",
                    "Write \"" + (int) most + "/s\" or less.");
        }
        return shape;
    }

    private void refuseOtherTimes(Fields fields, SimInstant from, SimInstant until) {
        if (until.isAfter(end)) {
            fields.wrong("until", "is after the run's end", "\"" + end + "\"");
        } else if (!from.isBefore(until)) {
            fields.wrong("from", "is not before its end, " + until, "\"" + earlier(until) + "\"");
        }
    }

    private static String earlier(SimInstant until) {
        return Spans.format(until.since(SimInstant.START).dividedBy(2));
    }
}
