package ecslab.ecs.scenario;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a traffic's users ask.
///
/// @param users how many there are; stickiness and flow hashes tell them apart by it
/// @param timeout how long they wait for an answer
/// @param retries how often they try again after an answer of 5xx, or after none
/// @param retryAfter how long they wait before that
/// @param keepAlive whether they use a connection again
/// @param method such as `GET`
/// @param host the `Host` header; the load balancer's DNS name if it is empty
/// @param headers by name in lower case
public record Client(
        int users,
        Duration timeout,
        int retries,
        Duration retryAfter,
        boolean keepAlive,
        String method,
        String host,
        SortedMap<String, String> headers) {

    /// Longer than an Application Load Balancer's own patience of 60 seconds.
    public static final Duration TIMEOUT_USUAL = Duration.ofSeconds(90);

    public static final int USERS_USUAL = 100;

    public static final Client USUAL =
            new Client(
                    USERS_USUAL,
                    TIMEOUT_USUAL,
                    0,
                    Duration.ofMillis(100),
                    true,
                    "GET",
                    "",
                    new TreeMap<>());
}
