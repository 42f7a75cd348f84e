package ecslab.ecs.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A condition of a listener's rule. One of its values is enough.
///
/// @param name the header's name for `http-header`, else empty
/// @param values with the wildcards `*` and `?`; `key=value` or only a value for `query-string`;
///   CIDR blocks for `source-ip`
/// @param regexValues regular expressions, instead of values
public record RuleCondition(
        Field field, String name, List<String> values, List<String> regexValues) {

    public static RuleCondition of(Field field, String... values) {
        return new RuleCondition(field, "", List.of(values), List.of());
    }

    /// What of a request is looked at.
    public enum Field {
        HOST_HEADER("host-header", true),
        PATH_PATTERN("path-pattern", true),
        HTTP_HEADER("http-header", false),
        HTTP_REQUEST_METHOD("http-request-method", true),
        QUERY_STRING("query-string", false),
        SOURCE_IP("source-ip", true);

        private final String printed;
        private final boolean once;

        Field(String printed, boolean once) {
            this.printed = printed;
            this.once = once;
        }

        public String printed() {
            return printed;
        }

        /// Whether a rule may have only one condition of it.
        public boolean isOnce() {
            return once;
        }

        public static Optional<Field> parse(String printed) {
            return Stream.of(values()).filter(one -> one.printed.equals(printed)).findFirst();
        }
    }

    /// All values, the regular expressions included.
    public List<String> all() {
        return Stream.concat(values.stream(), regexValues.stream()).toList();
    }
}
