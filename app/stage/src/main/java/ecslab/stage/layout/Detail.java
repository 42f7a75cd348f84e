package ecslab.stage.layout;

/// How closely tasks are shown: the more there are, the less of each.
public enum Detail {
    /// As a card, with a place for each container.
    FULL,
    /// Name, revision, state, address and target health.
    CARD,
    /// Two lines.
    SMALL,
    /// Icon and number.
    CHIP,
    /// Each only a mark among its like, and counted by state.
    CROWD,
    /// Only the counts in the service's own line.
    ROW
}
