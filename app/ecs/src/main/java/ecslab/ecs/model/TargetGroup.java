package ecslab.ecs.model;

import java.time.Duration;

/// A target group of an Application Load Balancer.
///
/// @param targetType `ip` for tasks with a network interface of their own, else `instance`
/// @param deregistrationDelay how long a leaving target may finish what it has begun
public record TargetGroup(
        String name,
        String arn,
        String targetType,
        int port,
        HealthCheckSettings healthCheck,
        Duration deregistrationDelay) {}
