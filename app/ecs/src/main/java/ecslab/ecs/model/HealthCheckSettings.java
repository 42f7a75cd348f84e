package ecslab.ecs.model;

import java.time.Duration;

/// How a target group decides whether a target is healthy.
///
/// @param healthyThreshold passes in a row that an unhealthy target needs; a new one needs one
/// @param unhealthyThreshold failures in a row
/// @param matcher the accepted status codes, such as `200` or `200-299`
public record HealthCheckSettings(
        String path,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold,
        String matcher) {}
