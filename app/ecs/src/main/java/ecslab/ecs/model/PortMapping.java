package ecslab.ecs.model;

/// A container's port and the port it is reached by.
///
/// @param containerPort 1 to 65535
/// @param hostPort 0 if ECS chooses; in `awsvpc` the same as `containerPort`
/// @param protocol `tcp` or `udp`
/// @param name empty if none was given
public record PortMapping(int containerPort, int hostPort, String protocol, String name) {}
