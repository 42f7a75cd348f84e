package ecslab.lesson.play;

import ecslab.lesson.Answer;
import ecslab.lesson.Beat;

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

    /// Whether the beat asks for nothing more. A prediction is over once its outcome is seen, the
    /// other answers when they are right.
    default boolean isOver(Beat beat) {
        return switch (this) {
            case Open(), Committed(_) -> false;
            case Answered(_, _, var right) -> right || beat instanceof Beat.Predict;
            case Done(), Skipped() -> true;
        };
    }
}
