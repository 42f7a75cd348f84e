package ecslab.lesson.check;

import ecslab.ecs.Run;
import ecslab.ecs.event.Event;
import ecslab.ecs.event.Event.Origin;
import ecslab.ecs.scenario.Scenario;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson;
import ecslab.lesson.Things;
import ecslab.lesson.play.Journey;
import ecslab.lesson.play.Notice;
import ecslab.lesson.play.Player;
import ecslab.lesson.play.Rehearsal;
import ecslab.wire.Place;
import ecslab.wire.Problems;
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
        refuseRefused(notice, run, from.present().commands().size(), place);
    }

    /// @param own how many of the run's commands are the learner's own
    private void refuseRefused(Notice notice, Run run, int own, Place place) {
        var calls = 0;
        for (var event : run.events().subList(0, run.position())) {
            switch (event) {
                case Event.ApiCall(_, _, var origin, _) when origin == Origin.LEARNER -> calls++;
                case Event.ApiRefusal(_, _, var origin, var command, var error)
                        when origin == Origin.LEARNER -> {
                    calls++;
                    if (calls > own) {
                        problems.add(
                                place,
                                "the show of "
                                        + notice.say()
                                        + " calls "
                                        + command.action()
                                        + ", which is refused: "
                                        + error.message(),
                                "Mend its \"do\".");
                    }
                }
                case Event _ -> {}
            }
        }
    }
}
