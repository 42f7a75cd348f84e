package ecslab.wire.scenario;

import ecslab.ecs.scenario.Shape;
import ecslab.wire.Problems;
import ecslab.wire.json.Fields;
import ecslab.wire.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a traffic's `shape`.
final class ShapeReader {

    private static final Pattern RATE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)/s");
    private static final List<String> SHAPES = List.of("steady", "wave", "spike", "list");
    private static final String STEADY = "{\"steady\": \"20/s\"}";

    private final Problems problems;

    ShapeReader(Problems problems) {
        this.problems = problems;
    }

    Shape read(Fields shape) {
        for (var other : shape.names()) {
            if (!SHAPES.contains(other)) {
                problems.add(
                        shape.placeOf(other),
                        "this version knows no shape of traffic \"" + other + "\"",
                        "Write " + STEADY + ", or one of wave, spike and list.");
                return new Shape.Steady(1);
            }
        }
        if (shape.find("wave").isPresent()) {
            return shape.inside("wave", "a wave").map(this::wave).orElse(new Shape.Steady(1));
        }
        if (shape.find("spike").isPresent()) {
            return shape.inside("spike", "a spike").map(this::spike).orElse(new Shape.Steady(1));
        }
        if (shape.find("list").isPresent()) {
            return list(shape);
        }
        return new Shape.Steady(rate(shape, "steady"));
    }

    private Shape wave(Fields wave) {
        var low = rateOrNone(wave, "low");
        var high = rate(wave, "high");
        var period = wave.needSpan("period", "\"60s\"");
        wave.refuseOthers();
        return new Shape.Wave(low, high, period.isZero() ? Duration.ofSeconds(1) : period);
    }

    private Shape spike(Fields spike) {
        var base = rateOrNone(spike, "base");
        var peak = rate(spike, "peak");
        var at = spike.needSpan("at", "\"60s\"");
        var lasts = spike.needSpan("lasts", "\"30s\"");
        spike.refuseOthers();
        return new Shape.Spike(base, peak, at, lasts);
    }

    private Shape list(Fields shape) {
        var offsets = new ArrayList<Duration>();
        for (Json item : shape.items("list", "[\"1s\", \"2s\"]")) {
            offsets.add(shape.spanOf("list", item, "\"1s\""));
        }
        for (var i = 1; i < offsets.size(); i++) {
            if (offsets.get(i).compareTo(offsets.get(i - 1)) < 0) {
                shape.wrong("list", "must be in order of time", "[\"1s\", \"2s\"]");
                return new Shape.Moments(List.of());
            }
        }
        return new Shape.Moments(List.copyOf(offsets));
    }

    private static double rateOrNone(Fields fields, String name) {
        return "0/s".equals(fields.text(name, "")) ? 0 : rate(fields, name);
    }

    private static double rate(Fields fields, String name) {
        var written = fields.needText(name, "\"20/s\"");
        var rate = parse(written).filter(perSecond -> perSecond > 0);
        if (!written.isEmpty() && rate.isEmpty()) {
            fields.wrong(name, "must be a number of requests a second", "\"20/s\"");
        }
        return rate.orElse(1.0);
    }

    private static Optional<Double> parse(String written) {
        var rate = RATE.matcher(written);
        return rate.matches() ? Optional.of(Double.valueOf(rate.group(1))) : Optional.empty();
    }
}
