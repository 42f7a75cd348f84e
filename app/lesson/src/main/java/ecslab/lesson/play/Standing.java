package ecslab.lesson.play;

import ecslab.lesson.Answer;

/// How far a learner is with a beat.
public sealed interface Standing {

    /// There is something to do, or the run to play.
    record Open() implements Standing {}

    /// The learner has committed to an answer; the run hasn't shown the outcome yet.
    record Committed(Answer answer) implements Standing {}

    /// Prediction and outcome, to be shown side by side.
    ///
    /// @param outcome what is right; the same as `answer` if that is
    record Answered(Answer answer, Answer outcome, boolean right) implements Standing {}

    record Done() implements Standing {}

    /// It was done for the learner.
    record Skipped() implements Standing {}
}
