package ecslab.ecs.model;

/// What placement may ask of a container instance, such as `ecs.availability-zone`.
///
/// @param value empty for a capability, which an instance has or hasn't
public record Attribute(String name, String value) {

    /// Whether ECS or the agent has set it; the others are custom ones.
    public boolean isBuiltIn() {
        return name.startsWith("ecs.") || name.startsWith("com.amazonaws.ecs.");
    }

    /// Whether it says what the agent can do.
    public boolean isCapability() {
        return name.startsWith("ecs.capability.")
                || name.startsWith("com.amazonaws.ecs.capability.");
    }
}
