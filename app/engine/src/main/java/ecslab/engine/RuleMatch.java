package ecslab.engine;

import ecslab.ecs.model.HttpRequest;
import ecslab.ecs.model.Listener;
import ecslab.ecs.model.ListenerRule;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.RuleCondition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which of a listener's rules a request meets (behaviour reference §7.2): the lowest priority
/// whose conditions all hold; of a condition's values one is enough. The default rule has none, so
/// no request falls past it.
public final class RuleMatch {

    private static final int BITS_OF_IPV4 = 32;

    private RuleMatch() {}

    public static ListenerRule first(Listener listener, HttpRequest request) {
        for (var rule : listener.rules()) {
            if (matches(rule, request)) {
                return rule;
            }
        }
        return listener.defaultRule();
    }

    public static boolean matches(ListenerRule rule, HttpRequest request) {
        return rule.conditions().stream().allMatch(condition -> matches(condition, request));
    }

    private static boolean matches(RuleCondition condition, HttpRequest request) {
        return switch (condition.field()) {
            case HOST_HEADER -> isLike(condition, lower(request.host()), true);
            case PATH_PATTERN -> isLike(condition, request.path(), false);
            case HTTP_HEADER -> {
                var header = request.headers().get(lower(condition.name()));
                yield header != null && isLike(condition, lower(header), true);
            }
            case HTTP_REQUEST_METHOD -> condition.values().contains(request.method());
            case QUERY_STRING ->
                    condition.values().stream().anyMatch(value -> asks(value, request.query()));
            case SOURCE_IP ->
                    condition.values().stream().anyMatch(cidr -> covers(cidr, request.sourceIp()));
        };
    }

    private static boolean isLike(RuleCondition condition, String text, boolean anyCase) {
        return condition.values().stream()
                        .anyMatch(value -> isLike(anyCase ? lower(value) : value, text))
                || condition.regexValues().stream()
                        .anyMatch(value ->
                                Pattern.compile(value, anyCase ? Pattern.CASE_INSENSITIVE : 0)
                                        .matcher(text)
                                        .find());
    }

    /// `*` stands for any number of characters, `?` for exactly one.
    static boolean isLike(String pattern, String text) {
        var at = 0;
        var in = 0;
        var star = -1;
        var mark = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                mark = in;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++mark;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /// Without a key, the value may be any parameter's. Neither cares for upper and lower case.
    private static boolean asks(String wanted, String query) {
        var equals = wanted.indexOf('=');
        var key = lower(equals < 0 ? "" : wanted.substring(0, equals));
        var value = lower(wanted.substring(equals + 1));
        for (var pair : query.split("&", -1)) {
            var split = pair.indexOf('=');
            var name = lower(split < 0 ? pair : pair.substring(0, split));
            var content = lower(split < 0 ? "" : pair.substring(split + 1));
            if ((key.isEmpty() || isLike(key, name)) && isLike(value, content)) {
                return true;
            }
        }
        return false;
    }

    static boolean covers(String cidr, String address) {
        var slash = cidr.indexOf('/');
        if (slash < 0) {
            return false;
        }
        var bits = Integer.parseInt(cidr.substring(slash + 1));
        var mask = bits == 0 ? 0 : -1 << (BITS_OF_IPV4 - bits);
        return (number(cidr.substring(0, slash)) & mask) == (number(address) & mask);
    }

    private static int number(String address) {
        var number = 0;
        for (var part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The target group that a draw falls on, by weights. With all weights 0 nobody gets it.
    ///
    /// @param part 0 to 1, exclusive
    public static Optional<String> weigh(Forward forward, double part) {
        var left = part * forward.totalWeight();
        for (var one : forward.targetGroups()) {
            left -= one.weight();
            if (left < 0) {
                return Optional.of(one.targetGroupArn());
            }
        }
        return Optional.empty();
    }
}
