package ecslab.desktop.command;

import ecslab.ecs.RunHeader;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.RequestAnswered;
import ecslab.ecs.event.Event.RequestCause;
import ecslab.ecs.event.Event.Route;
import ecslab.ecs.model.LoadBalancer;
import ecslab.ecs.model.TargetGroup;
import ecslab.ecs.time.SimInstant;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes requests as an Application Load Balancer's access log does (ALB guide, *Access logs*).
/// What isn't simulated is `-`, and a time that there is none of is -1, as there.
final class AccessLog {

    private static final String NONE = "-";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int PORT_FIRST = 32_768;
    private static final int PORTS = 28_232;

    private final RunHeader header;
    private final Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
    private final Map<String, TargetGroup> groups = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<Long, String> paths = new LinkedHashMap<>();

    AccessLog(RunHeader header) {
        this.header = header;
    }

    /// The line of an event that is a request's end. Requests that no load balancer met, and those
    /// that are only counted, have none.
    Optional<String> line(Event event) {
        switch (event) {
            case Event.LoadBalancerChange(_, var one) -> balancers.put(one.name(), one);
            case Event.TargetGroupChange(_, var one) -> groups.put(one.name(), one);
            case Event.ListenerChange(_, var one) ->
                    ports.merge(one.loadBalancer(), one.port(), Math::min);
            case Event.RequestSent sent -> paths.put(sent.request(), sent.path());
            case RequestAnswered answered -> {
                var path = Optional.ofNullable(paths.remove(answered.request())).orElse("/");
                return Optional.ofNullable(balancers.get(answered.loadBalancer()))
                        .filter(one -> one.type() == LoadBalancer.Type.APPLICATION)
                        .filter(_ -> answered.status() != 0)
                        .map(one -> line(answered, one, path));
            }
            default -> {}
        }
        return Optional.empty();
    }

    private String line(RequestAnswered answered, LoadBalancer balancer, String path) {
        var begin = answered.at().minus(answered.took());
        var url =
                "http://"
                        + balancer.dnsName()
                        + ":"
                        + ports.getOrDefault(balancer.name(), 80)
                        + path;
        return String.join(
                " ",
                "http",
                moment(answered.at()),
                balancer.arn().substring(balancer.arn().indexOf("loadbalancer/") + 13),
                "203.0.113.10:" + (PORT_FIRST + answered.request() % PORTS),
                target(answered),
                times(answered),
                Integer.toString(answered.status()),
                answered.cause() == RequestCause.SERVED
                        ? Integer.toString(answered.status())
                        : NONE,
                NONE,
                NONE,
                quoted("GET " + url + " HTTP/1.1"),
                quoted(answered.traffic()),
                NONE,
                NONE,
                groupArn(answered),
                quoted("Root=" + answered.request()),
                quoted(NONE),
                quoted(NONE),
                NONE,
                moment(begin),
                quoted(action(answered.cause())),
                quoted(NONE),
                quoted(NONE),
                quoted(target(answered)),
                quoted(
                        answered.cause() == RequestCause.SERVED
                                ? Integer.toString(answered.status())
                                : NONE),
                quoted(NONE),
                quoted(NONE));
    }

    /// Until a target had it, at the target, and back.
    private static String times(RequestAnswered answered) {
        return switch (answered.cause()) {
            case SERVED -> "0.000 " + seconds(answered.took()) + " 0.000";
            case TARGET_CLOSED, DEREGISTERED, TOO_SLOW, CLIENT_GONE -> "0.000 -1 -1";
            case CONNECTION_REFUSED,
                    KEEP_ALIVE_ENDED,
                    TIMED_OUT,
                    NO_ROOM,
                    NO_ROUTE,
                    NO_REGISTERED_TARGETS,
                    FIXED_RESPONSE,
                    REDIRECTED,
                    UNREACHABLE,
                    NO_LISTENER ->
                    "-1 -1 -1";
        };
    }

    private static String action(RequestCause cause) {
        return switch (cause) {
            case FIXED_RESPONSE -> "fixed-response";
            case REDIRECTED -> "redirect";
            case SERVED,
                    TARGET_CLOSED,
                    DEREGISTERED,
                    TOO_SLOW,
                    CLIENT_GONE,
                    CONNECTION_REFUSED,
                    KEEP_ALIVE_ENDED,
                    TIMED_OUT,
                    NO_ROOM,
                    NO_ROUTE,
                    NO_REGISTERED_TARGETS,
                    UNREACHABLE,
                    NO_LISTENER ->
                    "forward";
        };
    }

    private static String target(RequestAnswered answered) {
        return answered.route() instanceof Route.To(var id, _)
                ? id.address() + ":" + id.port()
                : NONE;
    }

    private String groupArn(RequestAnswered answered) {
        return answered.route() instanceof Route.To(var id, _)
                        && groups.containsKey(id.targetGroup())
                ? groups.get(id.targetGroup()).arn()
                : NONE;
    }

    private String moment(SimInstant at) {
        var calendar = header.startsAt().plus(at.micros(), ChronoUnit.MICROS);
        return MOMENT.format(calendar);
    }

    private static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.3f", span.toNanos() / NANOS_PER_SECOND);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
