package ecslab.simulator;

import ecslab.ecs.model.LoadBalancer;

/// A request that has just been sent.
///
/// @param balancer the load balancer it was sent to
/// @param crowd as in [Flight]
/// @param path the path itself, with its query
record Asked(
        long request,
        int crowd,
        int pathNumber,
        String path,
        int user,
        int attempt,
        long sentAt,
        boolean isTold,
        LoadBalancer balancer) {

    /// Tells users of different traffics apart.
    long userKey() {
        return (long) (crowd + 1) << 32 | user;
    }
}
