package ecslab.lesson.play;

import ecslab.lesson.Beat;
import ecslab.lesson.Lesson;
import ecslab.lesson.Step;
import java.util.ArrayList;
import java.util.List;

/// Makes what a view is shown from where a learner is.
record StateDescription(Lesson lesson, Journey journey, List<Step> steps, Watching watching) {

    PlayerState state(Take take, Timing timing, Showing showing) {
        var place = journey.present().place();
        var step = steps.get(place.step());
        var beat = step.beats().get(place.beat());
        var visit = journey.present().visit();
        var hints = beat instanceof Beat.Do act ? act.hints() : List.<String>of();
        return new PlayerState(
                journey.part(),
                place,
                step,
                beat,
                visit.standing(),
                step.terms().stream().filter(term -> !journey.putAway().contains(term)).toList(),
                hints.subList(0, Math.min(visit.hints(), hints.size())),
                Math.max(0, hints.size() - visit.hints()),
                watching.goals(),
                notices(beat, visit),
                Offers.of(beat, take.scenario().seed(), name(place), watching.foretold()),
                take,
                timing.limit(),
                timing.plays(),
                timing.speed(),
                progress(),
                showing,
                journey.kept());
    }

    private String name(Place place) {
        return lesson.id() + "/" + place.step() + "/" + place.beat();
    }

    private static List<Notice> notices(Beat beat, Visit visit) {
        if (beat instanceof Beat.Do act) {
            return visit.wrong().stream()
                    .map(index -> act.wrong().get(index))
                    .map(path -> new Notice("", path.say(), List.of(path.show())))
                    .toList();
        }
        return visit.standing() instanceof Standing.Answered(var answer, _, var right) && !right
                ? Grading.notices(beat, answer)
                : List.of();
    }

    private List<StepProgress> progress() {
        var all = new ArrayList<StepProgress>();
        for (var step = 0; step < steps.size(); step++) {
            all.add(progress(step));
        }
        return all;
    }

    private StepProgress progress(int step) {
        var visits = journey.present().visits().subMap(new Place(step, 0), new Place(step + 1, 0));
        if (visits.isEmpty()) {
            return StepProgress.AHEAD;
        }
        var beats = steps.get(step).beats();
        var over =
                visits.entrySet().stream()
                        .filter(one -> isOver(one.getValue(), beats.get(one.getKey().beat())))
                        .count();
        if (over < beats.size()) {
            return StepProgress.BEGUN;
        }
        var isSkipped =
                visits.values().stream()
                        .anyMatch(visit -> visit.standing() instanceof Standing.Skipped);
        return isSkipped ? StepProgress.SKIPPED : StepProgress.DONE;
    }

    private static boolean isOver(Visit visit, Beat beat) {
        return visit.standing().isOver(beat);
    }
}
