package ecslab.ecs.scenario;

import ecslab.ecs.time.SimInstant;

/// Users who send requests.
///
/// @param name unique in the scenario
/// @param to the name of a load balancer
/// @param perSecond above 0, at most [#EACH_PER_SECOND_MAX]
/// @param until when they stop
public record Traffic(
        String name, String to, String path, double perSecond, SimInstant from, SimInstant until) {

    /// Up to here every request is an event of its own.
    public static final double EACH_PER_SECOND_MAX = 50;

    public Traffic withUntil(SimInstant next) {
        return new Traffic(name, to, path, perSecond, from, next);
    }
}
