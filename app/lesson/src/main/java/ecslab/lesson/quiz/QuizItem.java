package ecslab.lesson.quiz;

import ecslab.lesson.Beat;
import ecslab.lesson.Option;
import ecslab.lesson.Show;
import java.time.LocalDate;
import java.util.List;

/// A question that comes back until it is known.
public sealed interface QuizItem {

    Tags tags();

    /// Key of the question.
    String ask();

    /// What every item is filed under.
    ///
    /// @param id unique among all lessons, such as `L03.1`
    /// @param exams such as `SAA-C03`
    /// @param domains as the exams' guides name them, such as `SAA-C03/2`
    /// @param seeds the concepts it asks for
    /// @param difficulty 1 to 3
    /// @param verified when its facts were last compared with AWS's pages
    record Tags(
            String id,
            List<String> exams,
            List<String> domains,
            List<String> seeds,
            int difficulty,
            LocalDate verified) {}

    /// Exactly one option is right.
    record Single(Tags tags, String ask, List<Option> options) implements QuizItem {}

    /// Two or more options are right.
    record Multiple(Tags tags, String ask, List<Option> options) implements QuizItem {}

    /// Things are put in order.
    ///
    /// @param items keys in the right order; they are offered in another one
    /// @param because key of why this order
    record Ordering(Tags tags, String ask, List<String> items, String because, Show show)
            implements QuizItem {}

    /// What belongs together is put together.
    record Matching(Tags tags, String ask, List<Beat.Pair> pairs, Show show) implements QuizItem {}
}
