package ecslab.engine;

import ecslab.ecs.ApiException;
import ecslab.ecs.Phrase;
import ecslab.ecs.model.ElbAttributes;
import java.util.List;
import java.util.SortedMap;

/// Which attributes a load balancer or a target group takes, and within which bounds (behaviour
/// reference §7.4).
final class AttributeRules {

    private static final List<Range> RANGES =
            List.of(
                    new Range(ElbAttributes.DEREGISTRATION_DELAY, 0, 3_600, false),
                    new Range(ElbAttributes.SLOW_START, 30, 900, true),
                    new Range(ElbAttributes.LB_COOKIE, 1, 604_800, false),
                    new Range(ElbAttributes.APP_COOKIE, 1, 604_800, false),
                    new Range(ElbAttributes.IDLE_TIMEOUT, 1, 4_000, false),
                    new Range(ElbAttributes.CLIENT_KEEP_ALIVE, 60, 604_800, false));

    private static final List<String> ALGORITHMS =
            List.of("round_robin", "least_outstanding_requests", "weighted_random");
    private static final List<String> STICKY = List.of("lb_cookie", "app_cookie", "source_ip");
    private static final List<String> FLAGS = List.of("true", "false");
    private static final List<String> CROSS_ZONE =
            List.of("true", "false", ElbAttributes.AS_THE_LOAD_BALANCER);

    private AttributeRules() {}

    private record Range(String key, int min, int max, boolean orZero) {

        boolean covers(String written) {
            if (!written.matches("\\d{1,6}")) {
                return false;
            }
            var number = Integer.parseInt(written);
            return (number >= min && number <= max) || (orZero && number == 0);
        }
    }

    static void check(ElbAttributes known, SortedMap<String, String> changes) {
        changes.forEach((key, value) -> {
            if (!known.has(key)) {
                throw wrong(
                        key,
                        "Key '" + key + "' is not recognized",
                        Names.list(known.values().keySet()));
            }
            check(key, value);
        });
        var next = known.with(changes);
        var slow = next.number(ElbAttributes.SLOW_START, 0) > 0;
        if (slow && !next.text(ElbAttributes.ALGORITHM).equals("round_robin")) {
            throw ApiException.of("InvalidConfigurationRequest", "/Attributes")
                    .because(
                            "Slow start is not supported with the load balancing algorithm '"
                                    + next.text(ElbAttributes.ALGORITHM)
                                    + "'")
                    .remedy(Phrase.of("remedy.slowStart"));
        }
    }

    private static void check(String key, String value) {
        for (var range : RANGES) {
            if (range.key().equals(key) && !range.covers(value)) {
                throw wrong(
                        key,
                        "The value '" + value + "' of '" + key + "' is not valid",
                        (range.orZero() ? "0, " : "") + range.min() + " – " + range.max());
            }
        }
        var words =
                switch (key) {
                    case ElbAttributes.ALGORITHM -> ALGORITHMS;
                    case ElbAttributes.STICKINESS_TYPE -> STICKY;
                    case ElbAttributes.CROSS_ZONE -> CROSS_ZONE;
                    default -> key.endsWith(".enabled") ? FLAGS : List.<String>of();
                };
        if (!words.isEmpty() && !words.contains(value)) {
            throw wrong(
                    key,
                    "The value '" + value + "' of '" + key + "' is not valid",
                    Names.list(words));
        }
    }

    private static ApiException wrong(String key, String message, String known) {
        return ApiException.of("ValidationError", "/Attributes/" + key)
                .because(message)
                .remedy(Phrase.of("remedy.oneOf", "known", known));
    }
}
