package ecslab.lesson.read;

import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.Step;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import ecslab.wire.text.Language;
import java.util.List;

/// The rules that make a lesson teach, as far as a file can break them.
final class TeachingRules {

    private static final int BEATS_MAX = 4;

    private final Problems problems;

    TeachingRules(Problems problems) {
        this.problems = problems;
    }

    /// A step and where it and its beats stand.
    record Placed(Step step, Place place, List<Place> beats) {}

    void check(List<Placed> steps) {
        var last = "";
        for (var placed : steps) {
            checkBeats(placed);
            for (var i = 0; i < placed.step().beats().size(); i++) {
                last = checkOrder(placed, i, last);
            }
        }
        if (problems.size() == 0) {
            refuseNoChange(steps);
        }
    }

    /// Told only of a lesson that can be read: what changes something may be what can't.
    private void refuseNoChange(List<Placed> steps) {
        var reachesChanging =
                steps.stream()
                        .flatMap(one -> one.step().beats().stream())
                        .anyMatch(TeachingRules::calls);
        if (!steps.isEmpty() && !reachesChanging) {
            problems.add(
                    steps.getFirst().place(),
                    "in no step of the lesson does the learner change anything",
                    "Add a do beat whose solution calls the API.");
        }
    }

    private static boolean calls(Beat beat) {
        return beat instanceof Beat.Do act
                && act.solution().stream().anyMatch(Act.Call.class::isInstance);
    }

    private void checkBeats(Placed placed) {
        var beats = placed.step().beats();
        if (beats.size() > BEATS_MAX) {
            problems.add(
                    placed.place(),
                    "the step has " + beats.size() + " beats",
                    "Divide it: one new idea a step, in at most " + BEATS_MAX + " beats.");
        }
        var isPassive =
                beats.stream()
                        .allMatch(beat -> beat instanceof Beat.Watch || beat instanceof Beat.Check);
        if (isPassive) {
            problems.add(
                    placed.place(),
                    "the learner does nothing in this step",
                    "Add a do or a predict beat.");
        }
    }

    /// @return the kind of the beat, for the next one
    private String checkOrder(Placed placed, int index, String before) {
        var beats = placed.step().beats();
        var kind = beats.get(index).kind().word();
        var place = placed.beats().get(index);
        if (kind.equals("watch") && before.equals("watch")) {
            problems.add(
                    place,
                    "two watch beats stand side by side",
                    "Let the learner predict or do something between them.");
        }
        if (kind.equals("check") && (index == 0 || !before.equals("do"))) {
            problems.add(
                    place,
                    "a check follows no do beat",
                    "Put the do beat before it that it checks.");
        }
        var isLast = index == beats.size() - 1;
        if (kind.equals("do") && (isLast || !(beats.get(index + 1) instanceof Beat.Check))) {
            problems.add(
                    place,
                    "no check follows this do beat, so nothing says when it is done",
                    "Add a check beat after it.");
        }
        return kind;
    }

    /// What is said in a step, and each text that is shown by itself, can be taken in at once.
    void checkLengths(List<Placed> steps, LessonTexts texts) {
        for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
            for (var placed : steps) {
                checkLength(placed, language, texts);
            }
        }
    }

    private void checkLength(Placed placed, Language language, LessonTexts texts) {
        var length =
                placed.step().beats().stream()
                        .filter(TeachingRules::narrates)
                        .flatMap(beat -> texts.find(language, beat.say()).stream())
                        .mapToInt(text -> TextLength.of(language, text.value()))
                        .sum();
        if (length > TextLength.max(language)) {
            problems.add(
                    placed.place(),
                    "what is said in the step has " + TextLength.said(language, length),
                    "Say it in "
                            + TextLength.said(language, TextLength.max(language))
                            + ", or make two steps of it.");
        }
    }

    private static boolean narrates(Beat beat) {
        return beat instanceof Beat.Watch || beat instanceof Beat.Do || beat instanceof Beat.Check;
    }

    void checkEachLength(List<Reading.Use> uses, LessonTexts texts) {
        for (var language : List.of(Language.ENGLISH, Language.KOREAN)) {
            for (var use : uses) {
                var text = texts.find(language, use.name());
                var length = text.map(one -> TextLength.of(language, one.value())).orElse(0);
                if (text.isPresent() && length > TextLength.max(language)) {
                    problems.add(
                            text.get().place(),
                            "the text has " + TextLength.said(language, length),
                            "Say it in "
                                    + TextLength.said(language, TextLength.max(language))
                                    + ".");
                }
            }
        }
    }
}
