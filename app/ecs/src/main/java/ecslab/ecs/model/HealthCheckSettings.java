package ecslab.ecs.model;

import java.time.Duration;

/// How a target group decides whether a target is healthy.
///
/// @param protocol `HTTP`, `HTTPS` or `TCP`; a TCP check only opens a connection
/// @param path empty for TCP
/// @param healthyThreshold passes in a row that an unhealthy target needs; a new one of an
///   Application Load Balancer needs one
/// @param unhealthyThreshold failures in a row
/// @param matcher the accepted status codes, such as `200` or `200-299`; empty for TCP
public record HealthCheckSettings(
        String protocol,
        String path,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold,
        String matcher) {

    public static final String TCP = "TCP";

    public HealthCheckSettings(
            String path,
            Duration interval,
            Duration timeout,
            int healthyThreshold,
            int unhealthyThreshold,
            String matcher) {
        this(
                TargetGroup.HTTP,
                path,
                interval,
                timeout,
                healthyThreshold,
                unhealthyThreshold,
                matcher);
    }
}
