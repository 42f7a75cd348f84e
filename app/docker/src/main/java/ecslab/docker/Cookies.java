package ecslab.docker;

import ecslab.ecs.model.ElbAttributes;
import ecslab.ecs.model.RuleAction.Forward;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.model.TargetState;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;

/// The cookies by which an Application Load Balancer keeps a user with a target, or with a target
/// group (ALB guide, *Sticky sessions*).
///
/// AWS encrypts what it writes in them; here it is a name and the moment until which it counts.
final class Cookies {

    static final String TARGET = "AWSALB";
    static final String TARGET_BY_APP = "AWSALBAPP-0";
    static final String GROUP = "AWSALBTG";

    private static final String APP_COOKIE = "app_cookie";
    private static final String APP_COOKIE_NAME = "stickiness.app_cookie.cookie_name";

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private Cookies() {}

    /// The target that a user is to stay with, as long as it is healthy.
    static Optional<Member> target(Group group, HttpServerExchange exchange) {
        var settings = group.settings();
        if (settings.stickiness().isZero()) {
            return Optional.empty();
        }
        var name = isByApp(settings) ? TARGET_BY_APP : TARGET;
        return read(exchange, name)
                .flatMap(group::find)
                .filter(one -> one.state() == TargetState.HEALTHY);
    }

    /// The target group that a user is to stay with, if the rule still leads there.
    static Optional<String> group(Forward forward, HttpServerExchange exchange) {
        return forward.stickiness().isZero()
                ? Optional.empty()
                : read(exchange, GROUP)
                        .filter(arn ->
                                forward.targetGroups().stream()
                                        .anyMatch(one ->
                                                one.targetGroupArn().equals(arn)
                                                        && one.weight() > 0));
    }

    static void keep(Group group, Member member, HttpServerExchange exchange) {
        var settings = group.settings();
        var lasts = settings.stickiness();
        if (lasts.isZero() || !settings.isHttp()) {
            return;
        }
        if (!isByApp(settings)) {
            write(exchange, TARGET, Group.key(member), lasts);
        } else if (sets(exchange, settings.attributes().text(APP_COOKIE_NAME))) {
            write(exchange, TARGET_BY_APP, Group.key(member), lasts);
        }
    }

    static void keep(Forward forward, Group group, HttpServerExchange exchange) {
        if (!forward.stickiness().isZero()) {
            write(exchange, GROUP, group.settings().arn(), forward.stickiness());
        }
    }

    private static boolean isByApp(TargetGroup settings) {
        return settings.attributes().text(ElbAttributes.STICKINESS_TYPE).equals(APP_COOKIE);
    }

    /// Whether the program's answer sets a cookie.
    private static boolean sets(HttpServerExchange exchange, String name) {
        var all = exchange.getResponseHeaders().get(Headers.SET_COOKIE);
        return all != null && all.stream().anyMatch(one -> one.startsWith(name + "="));
    }

    private static Optional<String> read(HttpServerExchange exchange, String name) {
        var cookie = exchange.getRequestCookie(name);
        if (cookie == null || cookie.getValue() == null) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cookie.getValue());
            var parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
            var until = Long.parseLong(parts[0]);
            return parts.length == 2 && System.currentTimeMillis() < until
                    ? Optional.of(parts[1])
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void write(
            HttpServerExchange exchange, String name, String value, Duration lasts) {
        var until = System.currentTimeMillis() + lasts.toMillis();
        var text = (until + " " + value).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add(
                        Headers.SET_COOKIE,
                        name
                                + "="
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(text)
                                + "; Expires="
                                + HTTP_DATE.format(Instant.ofEpochMilli(until))
                                + "; Path=/");
    }
}
