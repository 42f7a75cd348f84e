package ecslab.engine;

/// Why an image couldn't be pulled. [PullTexts] puts it into ECS's words.
public sealed interface PullFailure {

    /// The registry doesn't have the image, or doesn't say that it has.
    record NotFound() implements PullFailure {}

    record AccessDenied(String roleName, String action, String resource) implements PullFailure {}

    /// The registry doesn't answer.
    record NoAnswer() implements PullFailure {}

    /// A real Docker engine says why.
    ///
    /// @param words its own
    record Said(String words) implements PullFailure {}

    /// The registry answers, but not that often.
    record TooManyRequests() implements PullFailure {}

    /// The image isn't built for the machine.
    ///
    /// @param platform the machine's, such as `linux/amd64`
    record WrongPlatform(String platform) implements PullFailure {}

    /// There is no room for the image.
    record DiskFull() implements PullFailure {}

    /// Nothing leads from the task's subnet to the registry.
    record NoRoute() implements PullFailure {}
}
