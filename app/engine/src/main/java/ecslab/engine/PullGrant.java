package ecslab.engine;

/// Whether an image may be pulled, and as whom.
public sealed interface PullGrant {

    /// A registry that asks nobody who they are.
    record Anonymous() implements PullGrant {}

    /// The registry knows who asks, and lets them.
    ///
    /// @param roleArn the role that the registry let in
    record Allowed(String roleArn) implements PullGrant {}

    /// The registry knows who asks, and doesn't let them.
    ///
    /// @param action the first action that the role may not do, such as `ecr:BatchGetImage`
    record Denied(String roleName, String action, String resource) implements PullGrant {}
}
