package ecslab.lesson.play;

import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;
import ecslab.lesson.Focus;
import ecslab.lesson.Lesson.Part;
import ecslab.lesson.Step;
import java.util.List;

/// Everything that a view of a lesson shows. It never changes: a new moment is a new state.
///
/// @param part what of the lesson is played
/// @param beat the beat at `place`
/// @param standing how far the learner is with the beat
/// @param terms ids of the step's terms whose cards the learner has not put away yet
/// @param hints keys of the hints given so far
/// @param hintsLeft how many more there are
/// @param goals what the check of this beat asks for, each with its verdict; none if the beat leads
///   to no check
/// @param notices what was said about wrong answers and wrong paths, newest last
/// @param offered the beat's answers in the order in which they are offered
/// @param take the run to be shown
/// @param limit the run holds here until the learner has done what the beat asks for
/// @param plays whether the run is to play by itself now, up to the limit
/// @param speed at which it does, in run seconds a second
/// @param steps how far each step is
/// @param showing what is on the screen: the learner's run, or a "show me"
/// @param attempts what the learner did before going back and acting otherwise, oldest first
public record PlayerState(
        Part part,
        Place place,
        Step step,
        Beat beat,
        Standing standing,
        List<String> terms,
        List<String> hints,
        int hintsLeft,
        List<GoalState> goals,
        List<Notice> notices,
        Offer offered,
        Take take,
        SimInstant limit,
        boolean plays,
        double speed,
        List<StepProgress> steps,
        Showing showing,
        List<Attempt> attempts) {

    /// What to look at.
    public Focus focus() {
        return switch (showing) {
            case Showing.OwnRun(), Showing.Live _ -> beat.focus();
            case Showing.Shown(var show, _) -> show.focus();
        };
    }

    /// Whether the next beat may begin. It is left to the learner when.
    public boolean canGoOn() {
        return switch (showing) {
            case Showing.OwnRun() -> standing.isOver(beat);
            case Showing.Live(var isDone) -> isDone;
            case Showing.Shown _ -> false;
        };
    }

    /// Whether the beat can be done with real containers from here.
    public boolean canGoLive() {
        return beat instanceof Beat.Do act
                && act.live()
                && standing instanceof Standing.Open
                && showing instanceof Showing.OwnRun;
    }

    /// Whether an answer is waited for: a prediction is committed to once, the others until right.
    public boolean canCommit() {
        var asks =
                switch (beat) {
                    case Beat.Watch _, Beat.Do _, Beat.Check _ -> false;
                    case Beat.Predict _, Beat.Sort _, Beat.Match _, Beat.Order _ -> true;
                    case Beat.Label _, Beat.Schedule _ -> true;
                };
        return asks
                && switch (standing) {
                    case Standing.Open _ -> true;
                    case Standing.Answered(_, _, var right) ->
                            !right && !(beat instanceof Beat.Predict);
                    case Standing.Committed _, Standing.Done _, Standing.Skipped _ -> false;
                };
    }

    /// Whether everything has been gone through.
    public boolean isFinished() {
        var isLastBeat = place.beat() == step.beats().size() - 1;
        return place.step() == steps.size() - 1 && isLastBeat && canGoOn();
    }
}
