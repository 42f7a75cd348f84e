package ecslab.learn.quiz;

import ecslab.lesson.Answer;
import ecslab.lesson.Option;
import ecslab.lesson.play.Grading;
import ecslab.lesson.play.Notice;
import ecslab.lesson.quiz.QuizItem;
import java.util.List;

/// An answer to a question of a quiz, compared with what is right.
///
/// @param outcome what is right
/// @param notices why the wrong parts of the answer are wrong
record Graded(Answer outcome, boolean isRight, List<Notice> notices) {

    static Graded of(QuizItem item, Answer given) {
        return switch (item) {
            case QuizItem.Single(_, _, var options) -> options(options, given);
            case QuizItem.Multiple(_, _, var options) -> options(options, given);
            case QuizItem.Ordering(_, _, var items, var because, var show) -> {
                var right = new Answer.Ordered(items);
                yield graded(right, given, List.of(new Notice("", because, List.of(show))));
            }
            case QuizItem.Matching(_, _, var pairs, _) ->
                    graded(
                            Grading.pairs(pairs, pair -> pair.left(), pair -> pair.right()),
                            given,
                            Grading.misplaced(pairs, given));
        };
    }

    private static Graded options(List<Option> options, Answer given) {
        var chosen = given instanceof Answer.Chosen(var keys) ? keys : List.<String>of();
        var right = Grading.rightOf(options);
        var isRight = chosen.size() == right.keys().size() && chosen.containsAll(right.keys());
        return new Graded(right, isRight, Grading.notices(options, chosen));
    }

    private static Graded graded(Answer right, Answer given, List<Notice> notices) {
        var isRight = right.equals(given);
        return new Graded(right, isRight, isRight ? List.of() : notices);
    }
}
