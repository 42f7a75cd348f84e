package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Act;
import ecslab.lesson.Beat;
import ecslab.lesson.Lab.Level;
import ecslab.lesson.Lesson;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.WrongPath;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.ModelWalk;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.PlayerState;
import ecslab.lesson.play.Rehearsal;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Walks through the `do` beats of a lesson in every way that the lesson knows of.
final class WaysCheck {

    private final Lesson lesson;
    private final Function<Scenario, Run> runs;
    private final Problems problems;

    WaysCheck(Lesson lesson, Function<Scenario, Run> runs, Problems problems) {
        this.lesson = lesson;
        this.runs = runs;
        this.problems = problems;
    }

    /// Checks a walk, and the ways that leave it.
    ///
    /// @param place where a beat is written
    void check(Part part, ModelWalk walk, Function<ecslab.lesson.play.Place, Place> place) {
        for (var stuck : walk.stuck()) {
            problems.add(
                    place.apply(stuck.place()),
                    "the model solution of this beat doesn't get through it" + open(stuck),
                    "Mend the solution or the check, or give it more time: \"within\".");
        }
        for (var idle : walk.idle()) {
            problems.add(
                    place.apply(idle),
                    "the check holds before the learner has done anything",
                    "Ask for something that only the learner's act brings about.");
        }
        for (var passage : walk.beats()) {
            if (passage.beat() instanceof Beat.Do act && !isGuided(part)) {
                checkWays(act, passage.before(), place.apply(passage.place()));
            }
        }
    }

    /// What is guided part by part is tried in other ways as a whole, at the other levels.
    private static boolean isGuided(Part part) {
        return part instanceof Part.LabAt(var level) && level == Level.GUIDED;
    }

    private static String open(ModelWalk.Stuck stuck) {
        return stuck.goals().isEmpty()
                ? ""
                : ": "
                        + stuck.goals().stream()
                                .map(goal -> goal.say() + " is " + goal.verdict())
                                .collect(Collectors.joining(", "));
    }

    private void checkWays(Beat.Do act, Journey before, Place place) {
        for (var i = 0; i < act.accepted().size(); i++) {
            if (!walk(before, act.accepted().get(i)).state().canGoOn()) {
                problems.add(
                        place,
                        "the accepted way " + (i + 1) + " doesn't reach the check",
                        "Mend it, or delete it.");
            }
        }
        for (var wrong : act.wrong()) {
            var rehearsal = walk(before, wrong.example());
            if (checkWrong(wrong, rehearsal.state(), place)) {
                var notice = new Notice("", wrong.say(), List.of(wrong.show()));
                new ShowCheck(lesson, runs, problems)
                        .check(notice, rehearsal.player().journey(), place);
            }
        }
    }

    /// @return whether it is recognised
    private boolean checkWrong(WrongPath wrong, PlayerState end, Place place) {
        if (end.canGoOn()) {
            problems.add(
                    place,
                    "the wrong path that says " + wrong.say() + " reaches the check",
                    "Let the check ask for what is wrong about it.");
            return false;
        }
        var said = end.notices().stream().map(Notice::say).toList();
        if (!said.equals(List.of(wrong.say()))) {
            problems.add(
                    place,
                    "the example of the wrong path that says "
                            + wrong.say()
                            + (said.isEmpty() ? " isn't recognised" : " is answered by " + said),
                    "Mend its \"commands\", its \"all\", or its \"example\".");
            return false;
        }
        return true;
    }

    /// Some acts, and then whatever comes of them.
    private Rehearsal walk(Journey before, List<Act> acts) {
        var rehearsal = new Rehearsal(Player.resume(lesson, before, runs), runs);
        rehearsal.act(acts);
        rehearsal.play();
        return rehearsal;
    }
}
