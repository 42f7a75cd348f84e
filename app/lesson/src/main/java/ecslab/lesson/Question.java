package ecslab.lesson;

import ecslab.lesson.predicate.Condition;
import ecslab.lesson.predicate.Query;
import java.util.List;

/// What a prediction is about.
public sealed interface Question {

    /// One of these, and only one is right.
    record Choose(List<Option> options) implements Question {}

    /// A value that the run itself will show: the right answer is never written down, but comes
    /// from running the model.
    ///
    /// @param that what is asked of the run
    /// @param at when
    /// @param offer values to choose from, as they are shown; none if the learner writes it
    /// @param wrong explanations, the first that fits counts; the last fits everything
    record Generate(Query that, Moment at, List<String> offer, List<Misreading> wrong)
            implements Question {}

    /// Why somebody may have predicted a wrong value.
    ///
    /// @param is which values are meant
    /// @param because key of the explanation
    record Misreading(Condition is, String because) {}
}
