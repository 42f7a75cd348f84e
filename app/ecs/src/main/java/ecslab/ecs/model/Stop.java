package ecslab.ecs.model;

/// Whether a task was told to stop, and why.
public sealed interface Stop {

    Stop NOT_ASKED = new NotAsked();

    /// Nobody has asked the task to stop, and nothing has failed.
    record NotAsked() implements Stop {}

    /// Told to stop, by somebody or by a failure.
    ///
    /// @param stoppedReason in ECS's own words
    record Asked(StopCode stopCode, String stoppedReason) implements Stop {}

    /// The task's instance was deregistered by force: ECS takes the task for ended, and its
    /// containers run on where nobody sees them.
    Asked ORPHANED =
            new Asked(
                    StopCode.TERMINATION_NOTICE,
                    "Container instance deregistration forced by user");
}
