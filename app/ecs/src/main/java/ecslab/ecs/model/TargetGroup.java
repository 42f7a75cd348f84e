package ecslab.ecs.model;

import java.time.Duration;

/// A target group: where a listener's rules forward to.
///
/// @param protocol `HTTP` or `HTTPS` for an Application Load Balancer; `TCP`, `TLS`, `UDP` or
///   `TCP_UDP` for a Network Load Balancer
/// @param targetType `ip` for tasks with a network interface of their own, else `instance`
public record TargetGroup(
        String name,
        String arn,
        String protocol,
        String targetType,
        int port,
        HealthCheckSettings healthCheck,
        ElbAttributes attributes) {

    public static final String HTTP = "HTTP";

    /// One of an Application Load Balancer, with the usual attributes.
    public TargetGroup(
            String name,
            String arn,
            String targetType,
            int port,
            HealthCheckSettings healthCheck,
            Duration deregistrationDelay) {
        this(
                name,
                arn,
                HTTP,
                targetType,
                port,
                healthCheck,
                ElbAttributes.ofTargetGroup(true)
                        .with(ElbAttributes.DEREGISTRATION_DELAY, deregistrationDelay.toSeconds()));
    }

    /// Whether it belongs to an Application Load Balancer.
    public boolean isHttp() {
        return protocol.startsWith(HTTP);
    }

    /// How long a leaving target may finish what it has begun.
    public Duration deregistrationDelay() {
        return attributes.seconds(ElbAttributes.DEREGISTRATION_DELAY);
    }

    public Duration slowStart() {
        return attributes.seconds(ElbAttributes.SLOW_START);
    }

    /// How long a user stays with a target; zero if nobody does.
    public Duration stickiness() {
        if (!attributes.isOn(ElbAttributes.STICKINESS)) {
            return Duration.ZERO;
        }
        return switch (attributes.text(ElbAttributes.STICKINESS_TYPE)) {
            case "app_cookie" -> attributes.seconds(ElbAttributes.APP_COOKIE);
            case "lb_cookie" -> attributes.seconds(ElbAttributes.LB_COOKIE);
            default -> FOR_EVER;
        };
    }

    /// `source_ip` stickiness has no end.
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    public TargetGroup withHealthCheck(HealthCheckSettings next) {
        return new TargetGroup(name, arn, protocol, targetType, port, next, attributes);
    }

    public TargetGroup withAttributes(ElbAttributes next) {
        return new TargetGroup(name, arn, protocol, targetType, port, healthCheck, next);
    }
}
