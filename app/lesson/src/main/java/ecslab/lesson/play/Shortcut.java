package ecslab.lesson.play;

import ecslab.ecs.command.Command;
import ecslab.lesson.Beat;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Gets an attempt past its present beat without the learner.
final class Shortcut {

    /// How long the simulation plays between two commands that were given live.
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Supplier<Rehearsal> copies;

    /// @param copies makes a player that stands where the learner does, to be used up
    Shortcut(Supplier<Rehearsal> copies) {
        this.copies = copies;
    }

    /// The attempt as it is after the beat: its commands, and how far the run is.
    Attempt past(Beat beat) {
        var rehearsal = copies.get();
        switch (beat) {
            case Beat.Do act -> {
                rehearsal.act(act.solution());
                rehearsal.play();
            }
            case Beat.Watch _ -> rehearsal.play();
            case Beat.Predict _, Beat.Schedule _ -> {
                rehearsal.play();
                rehearsal.player().commit(rehearsal.player().modelAnswer());
                rehearsal.play();
            }
            case Beat.Check _, Beat.Sort _, Beat.Match _, Beat.Order _, Beat.Label _ -> {}
        }
        return rehearsal.player().journey().present();
    }

    /// The same, by what was done elsewhere; by the model solution if that doesn't get there.
    Attempt past(Beat beat, List<Command> done) {
        var rehearsal = copies.get();
        var place = rehearsal.state().place();
        for (var command : done) {
            if (rehearsal.state().place().equals(place)) {
                rehearsal.submit(command);
                rehearsal.playTo(rehearsal.run().now().plus(BETWEEN));
            }
        }
        rehearsal.play();
        var isPast = !rehearsal.state().place().equals(place);
        return isPast ? rehearsal.player().journey().present() : past(beat);
    }
}
