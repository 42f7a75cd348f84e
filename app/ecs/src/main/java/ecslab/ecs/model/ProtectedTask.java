package ecslab.ecs.model;

import ecslab.ecs.time.SimInstant;

/// A task that may not be stopped by scale-in or a deployment, or may again.
///
/// @param expirationDate means nothing where the task isn't protected
public record ProtectedTask(TaskId task, boolean protectionEnabled, SimInstant expirationDate) {}
