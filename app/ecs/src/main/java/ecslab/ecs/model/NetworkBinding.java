package ecslab.ecs.model;

/// A container's port, and the port of its container instance that leads there.
///
/// @param bindIp `0.0.0.0`: all addresses of the instance
/// @param hostPort as the task definition names it, or as it was chosen where that says 0
/// @param protocol `tcp` or `udp`
public record NetworkBinding(String bindIp, int containerPort, int hostPort, String protocol) {}
