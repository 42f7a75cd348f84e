package ecslab.lesson.play;

import ecslab.lesson.Answer;
import ecslab.lesson.Answer.Chosen;
import ecslab.lesson.Answer.Ordered;
import ecslab.lesson.Beat;
import ecslab.lesson.Option;
import ecslab.lesson.quiz.QuizItem;
import java.util.List;
import java.util.TreeSet;

/// Offers quiz items, and grades their answers.
public final class QuizGrading {

    private QuizGrading() {}

    /// What came of an answer.
    ///
    /// @param outcome what is right
    /// @param notices what is said about what is wrong
    public record Graded(boolean right, Answer outcome, List<Notice> notices) {}

    /// What an item offers, in an order of its own each time it is asked.
    ///
    /// @param seed another one, another order
    public static Offer offer(QuizItem item, long seed) {
        var id = item.tags().id();
        return switch (item) {
            case QuizItem.Single(_, _, var options) -> options(options, seed, id);
            case QuizItem.Multiple(_, _, var options) -> options(options, seed, id);
            case QuizItem.Ordering(_, _, var items, _, _) ->
                    new Offer(Offers.disordered(items, seed, id), List.of());
            case QuizItem.Matching(_, _, var pairs, _) ->
                    new Offer(
                            pairs.stream().map(Beat.Pair::left).toList(),
                            Offers.shuffled(
                                    pairs.stream().map(Beat.Pair::right).distinct().toList(),
                                    seed,
                                    id));
        };
    }

    private static Offer options(List<Option> options, long seed, String id) {
        var keys = options.stream().map(Option::key).toList();
        return new Offer(Offers.shuffled(keys, seed, id), List.of());
    }

    public static Graded grade(QuizItem item, Answer answer) {
        return switch (item) {
            case QuizItem.Single(_, _, var options) -> grade(options, answer);
            case QuizItem.Multiple(_, _, var options) -> grade(options, answer);
            case QuizItem.Ordering(_, _, var items, var because, var show) -> {
                var right = new Ordered(items);
                yield graded(answer, right, List.of(new Notice("", because, List.of(show))));
            }
            case QuizItem.Matching(_, _, var pairs, var show) -> {
                var right = Grading.pairs(pairs, Beat.Pair::left, Beat.Pair::right);
                var notices =
                        Grading.misplaced(pairs, answer).stream()
                                .map(one -> new Notice(one.about(), one.say(), List.of(show)))
                                .toList();
                yield graded(answer, right, notices);
            }
        };
    }

    /// The order in which options were chosen doesn't matter.
    private static Graded grade(List<Option> options, Answer answer) {
        var right = Grading.rightOf(options);
        var keys = answer instanceof Chosen(var chosen) ? chosen : List.<String>of();
        var isRight = new TreeSet<>(keys).equals(new TreeSet<>(right.keys()));
        return new Graded(isRight, right, isRight ? List.of() : Grading.notices(options, keys));
    }

    private static Graded graded(Answer answer, Answer right, List<Notice> notices) {
        var isRight = answer.equals(right);
        return new Graded(isRight, right, isRight ? List.of() : notices);
    }
}
