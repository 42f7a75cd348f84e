package ecslab.ecs.scenario;

import java.time.Duration;

/// How many requests a program takes at once.
///
/// @param concurrency how many it works on at once; 0 for as many as come
/// @param queue how many connections wait beyond that, until none is taken any more
/// @param keepAlive how long it keeps an idle connection open
public record RequestLoad(int concurrency, int queue, Duration keepAlive) {

    /// Linux's usual `somaxconn`.
    public static final int QUEUE_USUAL = 4_096;

    /// Longer than an Application Load Balancer's 60 seconds, as it should be.
    public static final RequestLoad USUAL = new RequestLoad(0, QUEUE_USUAL, Duration.ofSeconds(75));
}
