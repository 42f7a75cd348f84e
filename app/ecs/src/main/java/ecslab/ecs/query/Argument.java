package ecslab.ecs.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a subject is held against.
public sealed interface Argument {

    /// `exists` needs none.
    record None() implements Argument {}

    /// A literal value.
    record Value(String text) implements Argument {}

    /// `[a, b]`
    record Values(List<String> texts) implements Argument {}

    /// A Java regular expression that has to match the whole value.
    record Regex(Pattern pattern) implements Argument {

        /// Two patterns are the same if they are written the same.
        @Override
        public boolean equals(Object other) {
            return other instanceof Regex(var its) && its.pattern().equals(pattern.pattern());
        }

        @Override
        public int hashCode() {
            return pattern.pattern().hashCode();
        }
    }

    default boolean fits(Subject subject, Operator operator, String value) {
        return switch (this) {
            case None() -> true;
            case Value(var text) -> compares(subject, operator, value, text);
            case Values(var texts) -> texts.contains(value);
            case Regex(var pattern) -> pattern.matcher(value).matches();
        };
    }

    private static boolean compares(Subject subject, Operator operator, String value, String text) {
        var order = compare(subject.order(), value, text);
        return switch (operator) {
            case EQUALS -> order == 0;
            case GREATER_THAN -> order > 0;
            case GREATER_THAN_EQUAL -> order >= 0;
            case LESS_THAN -> order < 0;
            case LESS_THAN_EQUAL -> order <= 0;
            case NOT_EQUALS, EXISTS, NOT_EXISTS, IN, NOT_IN, MATCHES, NOT_MATCHES -> false;
        };
    }

    private static int compare(Subject.Order order, String value, String text) {
        return switch (order) {
            case TEXT -> {
                var numbers = NUMBER.matcher(value).matches() && NUMBER.matcher(text).matches();
                yield numbers
                        ? Double.compare(Double.parseDouble(value), Double.parseDouble(text))
                        : value.compareTo(text);
            }
            case VERSION -> versions(value, text);
            case DATE -> date(value).orElseThrow().compareTo(date(text).orElseThrow());
        };
    }

    /// Not of every length, so that none is too long for a double.
    Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private static int versions(String one, String other) {
        var left = one.split("\\.", -1);
        var right = other.split("\\.", -1);
        for (var i = 0; i < Math.max(left.length, right.length); i++) {
            var by =
                    compare(
                            Subject.Order.TEXT,
                            i < left.length ? left[i] : "0",
                            i < right.length ? right[i] : "0");
            if (by != 0) {
                return by;
            }
        }
        return 0;
    }

    /// In the four forms that ECS takes: with an offset, with `Z`, without either, or the day
    /// alone. What names no offset is UTC.
    static Optional<Instant> date(String text) {
        try {
            if (text.length() <= "2018-06-18".length()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            var ends = text.substring("2018-06-18".length());
            return Optional.of(
                    ends.endsWith("Z") || ends.contains("+") || ends.contains("-")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
