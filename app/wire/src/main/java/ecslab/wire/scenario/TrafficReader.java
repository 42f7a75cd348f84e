package ecslab.wire.scenario;

import ecslab.ecs.scenario.Traffic;
import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import ecslab.wire.Nearest;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `traffic`.
final class TrafficReader {

    private static final Pattern RATE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)/s");
    private static final String SELECTOR = "loadBalancer/";
    private static final List<String> SHAPES = List.of("steady");

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
        var path = fields.text("path", "/");
        if (!path.startsWith("/")) {
            fields.wrong("path", "must begin with /", "\"/\"");
        }
        var perSecond =
                fields.needInside("shape", "a shape of traffic", "{\"steady\": \"20/s\"}")
                        .map(this::perSecond)
                        .orElse(1.0);
        refuseOtherDetail(fields);
        var from = SimInstant.of(fields.span("from", Duration.ZERO));
        var until = SimInstant.of(fields.span("until", end.since(SimInstant.START)));
        refuseOtherTimes(fields, from, until);
        fields.refuseOthers();
        return new Traffic(name, to, path, perSecond, from, until);
    }

    private String to(Fields fields) {
        var to = fields.needText("to", "\"loadBalancer/web\"");
        var name = to.startsWith(SELECTOR) ? to.substring(SELECTOR.length()) : "";
        if (!to.isEmpty() && name.isEmpty()) {
            fields.wrong("to", "must select a load balancer", "\"loadBalancer/web\"");
        } else if (!to.isEmpty()) {
            loadBalancers.ifPresent(known -> refuseUnknown(fields, name, known));
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

    private double perSecond(Fields shape) {
        for (var other : shape.names()) {
            if (!SHAPES.contains(other)) {
                problems.add(
                        shape.placeOf(other),
                        "this version knows no shape of traffic \"" + other + "\"",
                        "Write {\"steady\": \"20/s\"}.");
                return 1;
            }
        }
        var written = shape.needText("steady", "\"20/s\"");
        var rate = rate(written).filter(perSecond -> perSecond > 0);
        if (!written.isEmpty() && rate.isEmpty()) {
            shape.wrong("steady", "must be a number of requests a second", "\"20/s\"");
        }
        if (rate.isPresent() && rate.get() > Traffic.EACH_PER_SECOND_MAX) {
            problems.add(
                    shape.placeOf("steady"),
                    "with detail \"each\" traffic has at most "
                            + (int) Traffic.EACH_PER_SECOND_MAX
                            + " requests a second",
                    "Write \"" + (int) Traffic.EACH_PER_SECOND_MAX + "/s\" or less.");
        }
        return rate.orElse(1.0);
    }

    private static Optional<Double> rate(String written) {
        var rate = RATE.matcher(written);
        return rate.matches() ? Optional.of(Double.valueOf(rate.group(1))) : Optional.empty();
    }

    private void refuseOtherDetail(Fields fields) {
        var detail = fields.needText("detail", "\"each\"");
        if (!detail.isEmpty() && !detail.equals("each")) {
            problems.add(
                    fields.placeOf("detail"),
                    "this version knows no detail \"" + detail + "\"",
                    "Write \"each\": every request is an event.");
        }
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
