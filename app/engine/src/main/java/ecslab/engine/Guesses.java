package ecslab.engine;

import java.time.Duration;

/// What ECS does but doesn't publish. Everything here is a guess of ours in one place, and the
/// scenes that show it declare it as simplified.
final class Guesses {

    /// The growth of the start throttle isn't published; only its end, 27 minutes, is (Developer
    /// Guide, *Service throttle logic*). We double.
    static final Duration THROTTLE_FIRST = Duration.ofMinutes(1);

    static final Duration THROTTLE_MAX = Duration.ofMinutes(27);

    /// The first round of failed starts is tried again at once; the second one is `consistently`.
    static final int THROTTLE_FROM_ROUND = 2;

    /// How soon the scheduler tries again where ECS can't act as one of the revision's roles.
    static final Duration LAUNCH_AGAIN_AFTER = Duration.ofMinutes(1);

    /// How often ECS looks whether a revision in DELETE_IN_PROGRESS is still used.
    static final Duration DELETE_LOOKS_EVERY = Duration.ofMinutes(1);

    private Guesses() {}
}
