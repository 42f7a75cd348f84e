package ecslab.lesson.play;

import ecslab.lesson.Beat;

/// Gets an attempt past its present beat without the learner.
final class Shortcut {

    private final Rehearsal rehearsal;

    /// @param copy a player that stands where the learner does, to be used up
    Shortcut(Rehearsal copy) {
        rehearsal = copy;
    }

    /// The attempt as it is after the beat: its commands, and how far the run is.
    Attempt past(Beat beat) {
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
}
