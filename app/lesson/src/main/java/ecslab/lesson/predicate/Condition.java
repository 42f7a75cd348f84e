package ecslab.lesson.predicate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a value has to be: `>= 3`, `== 'RUNNING'`, `!= null`, or anything.
public sealed interface Condition {

    /// What is written in an error when a text is none of these.
    String FORMS = "such as >= 3, == 'RUNNING', != null or == true";

    /// A comparison with a literal.
    ///
    /// @param literal as it is written: `3`, `'RUNNING'`, `null`, `true`
    record Compare(Operator operator, String literal) implements Condition {
        @Override
        public String toString() {
            return operator.sign() + " " + literal;
        }
    }

    /// Fits every value.
    record Anything() implements Condition {}

    /// How two values are compared.
    enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        EQUAL("=="),
        DIFFERENT("!="),
        MORE(">"),
        LESS("<");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /// Reads a comparison; empty if it is of none of the [#FORMS].
    static Optional<Condition> parse(String text) {
        var parts = Forms.COMPARISON.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        for (var operator : Operator.values()) {
            if (operator.sign().equals(parts.group(1))) {
                var isOrder = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
                var fits = !isOrder || Forms.isNumber(parts.group(2));
                return fits ? Optional.of(new Compare(operator, parts.group(2))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether a value, written as JSON without its quotes, fits.
    default boolean fits(String shown) {
        return switch (this) {
            case Anything() -> true;
            case Compare(var operator, var literal) -> Forms.fits(operator, literal, shown);
        };
    }

    /// Whether two values are the same: numbers are by value, so that `3` is `3.0`.
    static boolean isSame(String one, String other) {
        return Forms.compare(Operator.EQUAL, other.strip(), one.strip());
    }

    /// How conditions are written.
    final class Forms {
        private static final Pattern COMPARISON =
                Pattern.compile(
                        "(>=|<=|==|!=|>|<)\\s*('[^']*'|-?\\d+(?:\\.\\d+)?|true|false|null)");

        private Forms() {}

        private static boolean isNumber(String text) {
            return text.matches("-?\\d{1,18}(\\.\\d{1,9})?");
        }

        private static String bare(String literal) {
            return literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
        }

        private static boolean fits(Operator operator, String literal, String shown) {
            return compare(operator, bare(literal), shown);
        }

        private static boolean compare(Operator operator, String wanted, String shown) {
            var areNumbers = isNumber(wanted) && isNumber(shown);
            var order = areNumbers ? new BigDecimal(shown).compareTo(new BigDecimal(wanted)) : 0;
            return switch (operator) {
                case EQUAL -> areNumbers ? order == 0 : shown.equals(wanted);
                case DIFFERENT -> areNumbers ? order != 0 : !shown.equals(wanted);
                case AT_LEAST -> areNumbers && order >= 0;
                case AT_MOST -> areNumbers && order <= 0;
                case MORE -> areNumbers && order > 0;
                case LESS -> areNumbers && order < 0;
            };
        }
    }
}
