package ecslab.ecs;

/// Where a run's events come from, which decides what a reader may do with it.
public enum RunKind {
    /// Computed: it can be played at any speed, and acting in its past makes a branch.
    SIMULATED,
    /// Happening now, by the wall's clock: it goes on whether somebody looks or not, never faster,
    /// and its past doesn't change.
    LIVE,
    /// What a live run has left: it can be looked at, at any speed, and nothing more.
    RECORDED
}
