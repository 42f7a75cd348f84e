package ecslab.ecs.model;

/// What placement may ask of a container instance, such as `ecs.availability-zone`.
///
/// @param value empty for a capability, which an instance has or hasn't
public record Attribute(String name, String value) {}
