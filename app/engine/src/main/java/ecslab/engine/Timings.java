package ecslab.engine;

import java.time.Duration;

/// How long the control plane's own steps take. What ECS publishes is a constant with its source;
/// what it doesn't is chosen for the eye and declared on screen.
///
/// @param schedulerPause from a change to the service scheduler's next look; chosen for the eye
/// @param activating registering targets; chosen for the eye
/// @param deactivating from deregistration to SIGTERM where ECS doesn't wait for the whole
///   deregistration delay: a task stopped by hand, or one that has failed (observed in 2019:
///   SIGTERM comes at once)
public record Timings(Duration schedulerPause, Duration activating, Duration deactivating) {

    public static final Timings TEACHING =
            new Timings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    /// A task without health checks counts as healthy after so long in RUNNING (Developer Guide,
    /// *Amazon ECS services*).
    public static final Duration HEALTHY_AFTER = Duration.ofSeconds(40);

    /// How long DescribeTasks knows a stopped task: at least an hour (API reference,
    /// *DescribeTasks*). Here exactly an hour.
    public static final Duration STOPPED_TASK_KEPT = Duration.ofHours(1);

    /// What a Network Load Balancer adds to each stage that shifts traffic (seen in a report).
    public static final Duration NETWORK_SHIFT = Duration.ofMinutes(10);

    /// How long a lifecycle stage may last; with a pause, as long as a pause may; and all stages
    /// together (Developer Guide, *Amazon ECS blue/green service deployments workflow*).
    public static final Duration STAGE_MAX = Duration.ofHours(24);

    public static final Duration PAUSED_STAGE_MAX = Duration.ofDays(14);
    public static final Duration DEPLOYMENT_MAX = Duration.ofDays(30);

    /// How often an idle service says that it is steady; also how long an identical message is held
    /// back (Developer Guide, *Service event messages*; the period when idle isn't verified).
    public static final Duration SAME_MESSAGE_AFTER = Duration.ofHours(6);
}
