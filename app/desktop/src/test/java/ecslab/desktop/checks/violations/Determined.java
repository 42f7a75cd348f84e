package ecslab.desktop.checks.violations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the determinism rules offer instead must pass them.
public final class Determined {

    private static final List<String> WORDS = List.copyOf(List.of("a", "b"));

    private Determined() {}

    static Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Map<String, String> map() {
        return WORDS.stream()
                .collect(Collectors.toMap(w -> w, w -> w, (a, b) -> a, LinkedHashMap::new));
    }

    static Map<String, Long> counts() {
        return WORDS.stream()
                .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
    }

    static Set<String> set() {
        return WORDS.stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String format() {
        return String.format(Locale.ROOT, "%d", 1).toLowerCase(Locale.ROOT);
    }

    static double sin() {
        return StrictMath.sin(Math.sqrt(Math.max(1, 2)));
    }

    static Instant later(Instant startsAt) {
        return startsAt.plus(Duration.ofSeconds(1));
    }

    static Map.Entry<String, Integer> entry() {
        return Map.entry("a", "a".hashCode());
    }
}
