package ecslab.ecs.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as scenario and lesson files write them: `40ms`, `20s`, `2m30s`, `1h`.
///
/// Fields that belong to AWS keep AWS's own units; these are for ours.
public final class Spans {

    /// What is written in an error when a text is none of these.
    public static final String FORMS = "such as 40ms, 20s, 2m30s or 1h";

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+(?:\\.\\d{1,6})?)s)?(?:(\\d+)ms)?");

    private Spans() {}

    /// Empty if `text` is not a duration of one of the [#FORMS].
    public static Optional<Duration> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.isEmpty() || text.length() > 18 || !parts.matches()) {
            return Optional.empty();
        }
        var seconds = parts.group(3) == null ? BigDecimal.ZERO : new BigDecimal(parts.group(3));
        return Optional.of(
                Duration.ofHours(number(parts.group(1)))
                        .plusMinutes(number(parts.group(2)))
                        .plusNanos(seconds.movePointRight(9).longValue())
                        .plusMillis(number(parts.group(4))));
    }

    public static String format(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        var seconds =
                BigDecimal.valueOf(length.toSecondsPart())
                        .add(BigDecimal.valueOf(length.toNanosPart(), 9))
                        .stripTrailingZeros()
                        .toPlainString();
        var text = new StringBuilder();
        if (hours > 0) {
            text.append(hours).append('h');
        }
        if (hours > 0 || minutes > 0) {
            text.append(minutes).append('m');
        }
        return text.append(seconds).append('s').toString();
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
