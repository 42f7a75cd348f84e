package ecslab.lesson.play;

import ecslab.ecs.scenario.TimedCommand;
import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Step;
import java.util.List;

/// The beats of what is played, by their places.
record Beats(List<Step> steps) {

    Beat at(Place place) {
        return steps.get(place.step()).beats().get(place.beat());
    }

    Place after(Place place) {
        return place.beat() + 1 < steps.get(place.step()).beats().size()
                ? new Place(place.step(), place.beat() + 1)
                : new Place(place.step() + 1, 0);
    }

    /// The journey with the commands that were seen in its run. Commands that are not there any
    /// more were left behind on another branch: what came after is kept as an attempt.
    Journey follow(Journey journey, List<TimedCommand> seen) {
        var present = journey.present();
        var known = present.commands();
        if (seen.equals(known)) {
            return journey;
        }
        var isLonger = seen.size() > known.size() && seen.subList(0, known.size()).equals(known);
        var wentOn =
                isLonger
                        && !present.looksBack()
                        && !seen.get(known.size()).at().isBefore(present.at());
        var next = wentOn ? journey : leaveBehind(journey, seen);
        return next.with(next.present().withCommands(seen));
    }

    private Journey leaveBehind(Journey journey, List<TimedCommand> seen) {
        var present = journey.present();
        var acted = seen.isEmpty() ? SimInstant.START : seen.getLast().at();
        var last = present.place();
        while (last.compareTo(Place.FIRST) > 0 && present.visit(last).began().isAfter(acted)) {
            last = present.visits().headMap(last).lastKey();
        }
        var rest = present.cutAfter(last).withAt(acted);
        var visit = rest.visit();
        var reopened = at(last) instanceof Beat.Do ? new Standing.Open() : visit.standing();
        return journey.keepAndGoOnWith(rest.withVisit(last, visit.withStanding(reopened)));
    }
}
