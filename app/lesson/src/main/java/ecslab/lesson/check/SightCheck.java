package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Answer;
import ecslab.lesson.Beat;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson;
import ecslab.lesson.Moment;
import ecslab.lesson.Option;
import ecslab.lesson.Question;
import ecslab.lesson.Show;
import ecslab.lesson.Things;
import ecslab.lesson.play.ModelWalk;
import ecslab.lesson.play.ModelWalk.Passage;
import ecslab.lesson.play.Notice;
import ecslab.lesson.predicate.Condition;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks whether what a lesson points at is there when it does, and whether its moments are still
/// to come.
final class SightCheck {

    private final Lesson lesson;
    private final Function<Scenario, Run> runs;
    private final Problems problems;

    SightCheck(Lesson lesson, Function<Scenario, Run> runs, Problems problems) {
        this.lesson = lesson;
        this.runs = runs;
        this.problems = problems;
    }

    /// @param place where a beat is written
    void check(ModelWalk walk, Function<ecslab.lesson.play.Place, Place> place) {
        var run = walk.take().open(runs);
        for (var passage : walk.beats()) {
            var at = place.apply(passage.place());
            run.seek(passage.ended());
            refuseUnseen(passage.beat().focus(), run, walk.take().scenario(), at);
            refusePast(passage, at);
            refuseNotOffered(passage, at);
            for (var show : shows(passage.beat())) {
                new ShowCheck(lesson, runs, problems).check(show, passage.after(), at);
            }
        }
    }

    private void refuseUnseen(Focus focus, Run run, Scenario scenario, Place place) {
        if (focus instanceof Focus.Thing(var selector)
                && Things.find(run.snapshot(), scenario, selector).isEmpty()) {
            problems.add(
                    place,
                    "at " + run.now() + " there is no " + selector + " to look at",
                    "Choose another focus, or another moment.");
        }
    }

    private void refusePast(Passage passage, Place place) {
        var moments =
                switch (passage.beat()) {
                    case Beat.Watch watch -> List.of(watch.to());
                    case Beat.Predict(_, _, Question.Generate(_, var at, _, _), _, _, _) ->
                            List.of(at);
                    case Beat.Schedule schedule -> List.of(schedule.at());
                    case Beat.Predict _, Beat.Do _, Beat.Check _, Beat.Sort _ -> List.<Moment>of();
                    case Beat.Match _, Beat.Order _, Beat.Label _ -> List.<Moment>of();
                };
        for (var moment : moments) {
            if (moment instanceof Moment.At(var at) && !at.isAfter(passage.began())) {
                problems.add(
                        place,
                        "the moment " + at + " has passed: the beat begins at " + passage.began(),
                        "Write a later one, or one after the beat's beginning, such as \"+8s\".");
            }
        }
    }

    /// A learner can be right only by what is offered.
    private void refuseNotOffered(Passage passage, Place place) {
        for (var value : notOffered(passage.beat(), passage.outcome())) {
            problems.add(
                    place,
                    "the run says " + value + ", which is not offered",
                    "Add it to what is offered, or ask for another moment.");
        }
    }

    private static List<String> notOffered(Beat beat, Optional<Answer> outcome) {
        if (outcome.isEmpty()) {
            return List.of();
        }
        return switch (beat) {
            case Beat.Predict(_, _, Question.Generate(_, _, var offer, _), _, _, _) ->
                    outcome.get() instanceof Answer.Written(var value)
                                    && !offer.isEmpty()
                                    && offer.stream().noneMatch(o -> Condition.isSame(o, value))
                            ? List.of(value)
                            : List.of();
            case Beat.Schedule(_, _, _, _, var places, _) ->
                    outcome.get() instanceof Answer.Ordered(var found)
                            ? found.stream()
                                    .filter(one -> !places.contains(one))
                                    .distinct()
                                    .toList()
                            : List.of();
            case Beat.Predict _, Beat.Watch _, Beat.Do _, Beat.Check _, Beat.Sort _ -> List.of();
            case Beat.Match _, Beat.Order _, Beat.Label _ -> List.of();
        };
    }

    private static List<Notice> shows(Beat beat) {
        var shows = new ArrayList<Notice>();
        switch (beat) {
            case Beat.Predict(_, _, Question.Choose(var options), _, _, _) ->
                    options.stream()
                            .filter(Option.Wrong.class::isInstance)
                            .map(Option.Wrong.class::cast)
                            .forEach(one -> shows.add(notice(one.because(), one.show())));
            case Beat.Predict _, Beat.Watch _, Beat.Do _, Beat.Check _, Beat.Sort _ -> {}
            case Beat.Match _, Beat.Order _, Beat.Label _, Beat.Schedule _ -> {}
        }
        return shows;
    }

    private static Notice notice(String say, Show show) {
        return new Notice("", say, List.of(show));
    }
}
