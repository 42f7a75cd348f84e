package ecslab.learn.answer;

import ecslab.lesson.Answer;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Standing;
import java.util.List;

/// How an answer stands, as a board shows it.
public sealed interface Judgement {

    /// It can still be made, or changed.
    record Open() implements Judgement {}

    /// It was committed to, and the run hasn't shown the outcome yet.
    record Locked(Answer given) implements Judgement {}

    /// The outcome is known.
    ///
    /// @param outcome what is right
    /// @param notices what is said about what was wrong
    /// @param isOver false if another try is waited for
    record Known(
            Answer given, Answer outcome, boolean isRight, List<Notice> notices, boolean isOver)
            implements Judgement {}

    /// The beat was done for the learner.
    record Skipped() implements Judgement {}

    /// How the answer of a player's beat stands.
    static Judgement of(PlayerState state) {
        return switch (state.standing()) {
            case Standing.Open() -> new Open();
            case Standing.Committed(var answer) -> new Locked(answer);
            case Standing.Answered(var answer, var outcome, var isRight) ->
                    new Known(answer, outcome, isRight, state.notices(), !state.canCommit());
            case Standing.Done() -> new Skipped();
            case Standing.Skipped() -> new Skipped();
        };
    }

    /// Whether the learner can make or change the answer now.
    default boolean isChangeable() {
        return switch (this) {
            case Open() -> true;
            case Locked _, Skipped _ -> false;
            case Known known -> !known.isOver();
        };
    }
}
