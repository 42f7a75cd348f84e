package ecslab.lesson.play;

import java.util.List;

/// What an answer is made of, in the order in which it is offered: never in the order that would
/// give it away.
///
/// @param items keys of options, cards, left sides or blanks; for a generated question and a
///   schedule the values themselves; empty if the learner writes the answer
/// @param places keys of groups, right sides or names to put items to; empty if there are none
public record Offer(List<String> items, List<String> places) {

    public static final Offer NOTHING = new Offer(List.of(), List.of());
}
