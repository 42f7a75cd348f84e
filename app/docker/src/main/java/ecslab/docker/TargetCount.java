package ecslab.docker;

import ecslab.ecs.model.Target;

/// What a target has done for its load balancer so far.
///
/// @param port the computer's port that leads there
/// @param failed without an answer from the target
public record TargetCount(Target target, int port, long served, long failed, int inFlight) {}
