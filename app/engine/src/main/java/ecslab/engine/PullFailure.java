package ecslab.engine;

/// Why an image couldn't be pulled. [PullTexts] puts it into ECS's words.
public sealed interface PullFailure {

    /// The registry doesn't have the image, or doesn't say that it has.
    record NotFound() implements PullFailure {}

    record AccessDenied(String roleName, String action, String resource) implements PullFailure {}

    /// The registry doesn't answer.
    record NoAnswer() implements PullFailure {}

    /// Nothing leads from the task's subnet to the registry.
    record NoRoute() implements PullFailure {}
}
