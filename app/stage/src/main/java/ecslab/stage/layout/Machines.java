package ecslab.stage.layout;

/// How closely EC2 instances are shown: the more there are, the less of each.
enum Machines {
    /// Around their tasks.
    TASKS,
    /// With what is reserved of them, and their tasks only counted.
    COUNTS,
    /// In one line each.
    LINES,
    /// As one square each.
    FLEET
}
