package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Act;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson;
import ecslab.lesson.Things;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.Rehearsal;
import ecslab.wire.Place;
import ecslab.wire.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Looks whether a "show me" shows something.
final class ShowCheck {

    private final Lesson lesson;
    private final Function<Scenario, Run> runs;
    private final Problems problems;

    ShowCheck(Lesson lesson, Function<Scenario, Run> runs, Problems problems) {
        this.lesson = lesson;
        this.runs = runs;
        this.problems = problems;
    }

    /// Shows it from where a learner is.
    void check(Notice notice, Journey from, Place place) {
        var player = Player.resume(lesson, from, runs);
        var rehearsal = new Rehearsal(player, runs);
        player.show(notice);
        rehearsal.play();
        var run = rehearsal.run();
        var scenario = player.state().take().scenario();
        if (notice.shows().getFirst().focus() instanceof Focus.Thing(var selector)
                && Things.find(run.snapshot(), scenario, selector).isEmpty()) {
            problems.add(
                    place,
                    "the show of "
                            + notice.say()
                            + " ends at "
                            + run.now()
                            + ", where there is no "
                            + selector,
                    "Choose another focus, or another moment: its \"at\".");
        }
        var own = player.state().take().commands().size() - calls(notice);
        judgeCalls(notice, run, own, place);
    }

    /// Holds what ECS answered against what the show says of it.
    ///
    /// @param own how many of the run's commands came before the show's
    private void judgeCalls(Notice notice, Run run, int own, Place place) {
        var refusals = refusals(run, own);
        if (notice.shows().getFirst().isRefused()) {
            if (refusals.isEmpty()) {
                problems.add(
                        place,
                        "the show of " + notice.say() + " says it is refused, and nothing is",
                        "Mend its \"do\", or leave out \"refused\".");
            }
            return;
        }
        for (var refusal : refusals) {
            problems.add(
                    place,
                    "the show of "
                            + notice.say()
                            + " calls "
                            + refusal.command().action()
                            + ", which is refused: "
                            + refusal.error().message(),
                    "Mend its \"do\"; if the refusal is the proof, add \"refused\": true.");
        }
    }

    private static int calls(Notice notice) {
        var acts = notice.shows().getFirst().acts().stream();
        return (int) acts.filter(Act.Call.class::isInstance).count();
    }

    private static List<Event.ApiRefusal> refusals(Run run, int own) {
        var refusals = new ArrayList<Event.ApiRefusal>();
        var calls = 0;
        for (var event : run.events().subList(0, run.position())) {
            switch (event) {
                case Event.ApiCall(_, _, var origin, _) when origin == Origin.LEARNER -> calls++;
                case Event.ApiRefusal refusal when refusal.origin() == Origin.LEARNER -> {
                    calls++;
                    if (calls > own) {
                        refusals.add(refusal);
                    }
                }
                case Event _ -> {}
            }
        }
        return refusals;
    }
}
