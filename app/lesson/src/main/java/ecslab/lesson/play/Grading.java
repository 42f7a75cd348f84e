package ecslab.lesson.play;

import ecslab.lesson.Answer;
import ecslab.lesson.Answer.Chosen;
import ecslab.lesson.Answer.Ordered;
import ecslab.lesson.Answer.Paired;
import ecslab.lesson.Answer.Written;
import ecslab.lesson.Beat;
import ecslab.lesson.Option;
import ecslab.lesson.Question;
import ecslab.lesson.predicate.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Compares answers with what is right, and says why a wrong one is wrong.
public final class Grading {

    private Grading() {}

    /// What is right.
    ///
    /// @param truth what the run showed, for a beat whose answer comes from the model; else none
    public static Answer right(Beat beat, List<String> truth) {
        return switch (beat) {
            case Beat.Predict(_, _, Question.Choose(var options), _, _, _) -> rightOf(options);
            case Beat.Predict(_, _, Question.Generate _, _, _, _) -> new Written(truth.getFirst());
            case Beat.Sort(_, _, _, var cards) -> pairs(cards, Beat.Card::key, Beat.Card::group);
            case Beat.Match(_, _, var pairs) -> pairs(pairs, Beat.Pair::left, Beat.Pair::right);
            case Beat.Order(_, _, var items, _) -> new Ordered(items);
            case Beat.Label(_, _, var blanks, _) ->
                    pairs(blanks, blank -> blank.at().toString(), Beat.Blank::key);
            case Beat.Schedule _ -> new Ordered(truth);
            case Beat.Watch _, Beat.Do _, Beat.Check _ ->
                    throw new IllegalArgumentException(
                            "a " + beat.kind().word() + " beat asks for no answer");
        };
    }

    /// All right options of a question.
    public static Chosen rightOf(List<Option> options) {
        return new Chosen(
                options.stream().filter(Option.Right.class::isInstance).map(Option::key).toList());
    }

    /// What belongs together.
    public static <T> Paired pairs(
            List<T> things, Function<T, String> from, Function<T, String> to) {
        var pairs = new TreeMap<String, String>();
        things.forEach(thing -> pairs.put(from.apply(thing), to.apply(thing)));
        return new Paired(pairs);
    }

    /// What becomes of an answer once what is right has been seen.
    static Standing.Answered graded(Beat beat, Answer answer, List<String> truth) {
        var right = right(beat, truth);
        var isRight = isRight(beat, answer, right);
        return new Standing.Answered(answer, isRight ? answer : right, isRight);
    }

    /// Whether an answer is as good as the right one.
    public static boolean isRight(Beat beat, Answer answer, Answer right) {
        return switch (right) {
            case Written(var value) ->
                    answer instanceof Written(var given) && Condition.isSame(given, value);
            case Ordered(var places) when beat instanceof Beat.Schedule ->
                    answer instanceof Ordered(var given) && sorted(given).equals(sorted(places));
            case Chosen _, Ordered _, Paired _ -> answer.equals(right);
        };
    }

    /// What is said about a wrong answer.
    static List<Notice> notices(Beat beat, Answer answer) {
        return switch (beat) {
            case Beat.Predict(_, _, Question.Choose(var options), _, _, _) ->
                    answer instanceof Chosen(var keys) ? notices(options, keys) : List.of();
            case Beat.Predict(_, _, Question.Generate(_, _, _, var wrong), _, _, _) ->
                    answer instanceof Written(var value) ? misread(wrong, value) : List.of();
            case Beat.Sort(_, _, _, var cards) ->
                    misplaced(cards, answer, Beat.Card::key, Beat.Card::group, Beat.Card::because);
            case Beat.Match(_, _, var pairs) -> misplaced(pairs, answer);
            case Beat.Label(_, _, var blanks, _) ->
                    misplaced(
                            blanks,
                            answer,
                            blank -> blank.at().toString(),
                            Beat.Blank::key,
                            Beat.Blank::because);
            case Beat.Order(_, _, _, var because) -> said(because);
            case Beat.Schedule(_, _, _, _, _, var because) -> said(because);
            case Beat.Watch _, Beat.Do _, Beat.Check _ -> List.of();
        };
    }

    /// What is said about the wrong ones among chosen options.
    public static List<Notice> notices(List<Option> options, List<String> chosen) {
        var notices = new ArrayList<Notice>();
        for (var option : options) {
            if (option instanceof Option.Wrong(var key, var because, var show)
                    && chosen.contains(key)) {
                notices.add(new Notice(key, because, List.of(show)));
            }
        }
        return notices;
    }

    /// What is said about things that were put together wrongly.
    public static List<Notice> misplaced(List<Beat.Pair> pairs, Answer answer) {
        return misplaced(pairs, answer, Beat.Pair::left, Beat.Pair::right, Beat.Pair::because);
    }

    private static <T> List<Notice> misplaced(
            List<T> things,
            Answer answer,
            Function<T, String> key,
            Function<T, String> place,
            Function<T, String> because) {
        SortedMap<String, String> given =
                answer instanceof Paired(var pairs) ? pairs : Collections.emptySortedMap();
        return things.stream()
                .filter(one -> !place.apply(one).equals(given.get(key.apply(one))))
                .map(one -> new Notice(key.apply(one), because.apply(one), List.of()))
                .toList();
    }

    private static List<Notice> misread(List<Question.Misreading> wrong, String value) {
        return wrong.stream()
                .filter(one -> one.is().fits(value))
                .limit(1)
                .map(one -> new Notice(value, one.because(), List.of()))
                .toList();
    }

    private static List<Notice> said(String because) {
        return List.of(new Notice("", because, List.of()));
    }

    private static List<String> sorted(List<String> places) {
        return places.stream().sorted().toList();
    }
}
