package ecslab.lesson.play;

/// A tick in the row of a lesson's steps.
public enum StepProgress {
    AHEAD,
    BEGUN,
    DONE,
    /// At least one of its beats was done for the learner.
    SKIPPED
}
