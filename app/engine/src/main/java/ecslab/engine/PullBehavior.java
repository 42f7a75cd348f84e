package ecslab.engine;

import java.util.Optional;

/// What an agent does about an image that lies on its instance already: `ECS_IMAGE_PULL_BEHAVIOR`.
public enum PullBehavior {
    /// It asks the registry, and takes the image that is there if that fails.
    DEFAULT("default"),
    /// It asks the registry, and the task fails if that fails.
    ALWAYS("always"),
    /// It asks no more once a task on this instance has pulled the image.
    ONCE("once"),
    /// It doesn't ask for an image that is there.
    PREFER_CACHED("prefer-cached");

    private final String printed;

    PullBehavior(String printed) {
        this.printed = printed;
    }

    public static Optional<PullBehavior> parse(String text) {
        for (var behavior : values()) {
            if (behavior.printed.equals(text)) {
                return Optional.of(behavior);
            }
        }
        return Optional.empty();
    }
}
