package ecslab.lesson.play;

import ecslab.ecs.chance.Chance;
import ecslab.lesson.Beat;
import ecslab.lesson.Option;
import ecslab.lesson.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts what is offered into an order that gives nothing away, and that is the same each time.
public final class Offers {

    private Offers() {}

    /// What a beat offers.
    ///
    /// @param seed the run's
    /// @param name of the beat
    /// @param truth what the model says, for a beat whose answer comes from it; else none
    static Offer of(Beat beat, long seed, String name, List<String> truth) {
        return switch (beat) {
            case Beat.Predict(_, _, Question.Choose(var options), _, _, _) ->
                    items(shuffled(options.stream().map(Option::key).toList(), seed, name));
            case Beat.Predict(_, _, Question.Generate(_, _, var offer, _), _, _, _) ->
                    items(offer.isEmpty() ? List.of() : withTruth(offer, truth));
            case Beat.Sort(_, _, var groups, var cards) ->
                    new Offer(
                            shuffled(cards.stream().map(Beat.Card::key).toList(), seed, name),
                            groups);
            case Beat.Match(_, _, var pairs) ->
                    new Offer(
                            pairs.stream().map(Beat.Pair::left).toList(),
                            shuffled(
                                    pairs.stream().map(Beat.Pair::right).distinct().toList(),
                                    seed,
                                    name));
            case Beat.Order(_, _, var order, _) -> items(disordered(order, seed, name));
            case Beat.Label(_, _, var blanks, var extras) ->
                    new Offer(
                            blanks.stream().map(blank -> blank.at().toString()).toList(),
                            shuffled(names(blanks, extras), seed, name));
            case Beat.Schedule(_, _, _, _, var places, _) ->
                    new Offer(
                            IntStream.rangeClosed(1, truth.size())
                                    .mapToObj(String::valueOf)
                                    .toList(),
                            places);
            case Beat.Watch _, Beat.Do _, Beat.Check _ -> Offer.NOTHING;
        };
    }

    /// The items in any order but the one they are written in.
    public static List<String> disordered(List<String> items, long seed, String name) {
        var mixed = new ArrayList<>(shuffled(items, seed, name));
        if (mixed.size() > 1 && mixed.equals(items)) {
            Collections.rotate(mixed, 1);
        }
        return mixed;
    }

    /// The items in any order.
    public static List<String> shuffled(List<String> items, long seed, String name) {
        var mixed = new ArrayList<>(items);
        for (var last = mixed.size() - 1; last > 0; last--) {
            var draw = Chance.draw(seed, "lesson/" + name, last);
            Collections.swap(mixed, last, Chance.below(last + 1, draw));
        }
        return mixed;
    }

    private static Offer items(List<String> items) {
        return new Offer(items, List.of());
    }

    private static List<String> names(List<Beat.Blank> blanks, List<String> extras) {
        return Stream.concat(blanks.stream().map(Beat.Blank::key), extras.stream())
                .distinct()
                .toList();
    }

    /// A learner may have come to another truth than the lesson's author: it is offered, too.
    private static List<String> withTruth(List<String> offer, List<String> truth) {
        var all = Stream.concat(offer.stream(), truth.stream()).distinct().toList();
        var areNumbers = all.stream().allMatch(one -> one.matches("-?\\d{1,9}(\\.\\d{1,6})?"));
        return areNumbers
                ? all.stream().sorted(Comparator.comparing(BigDecimal::new)).toList()
                : all;
    }
}
