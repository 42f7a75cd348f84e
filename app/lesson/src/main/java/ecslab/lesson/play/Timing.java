package ecslab.lesson.play;

import ecslab.ecs.time.SimInstant;
import ecslab.lesson.Beat;

/// How far the run may go in a beat, and whether it goes by itself.
///
/// @param limit where it holds
/// @param plays whether it is to play there by itself
/// @param speed run seconds a second
record Timing(SimInstant limit, boolean plays, double speed) {

    /// A live run goes on by itself, without end.
    static final Timing LIVE = new Timing(new SimInstant(Long.MAX_VALUE / 2), true, 1);

    /// The timing of an attempt's present beat.
    static Timing of(Beat beat, Attempt attempt, SimInstant until) {
        var visit = attempt.visit();
        if (attempt.looksBack()) {
            return new Timing(attempt.at(), false, 1);
        }
        var limit =
                switch (visit.standing()) {
                    case Standing.Open() -> open(beat, attempt);
                    case Standing.Committed _ -> outcome(beat, visit.began());
                    case Standing.Answered _, Standing.Done _, Standing.Skipped _ -> attempt.at();
                };
        var held = SimInstant.earlier(limit, until);
        return new Timing(
                held, held.isAfter(attempt.at()) && playsByItself(beat, attempt), speed(beat));
    }

    private static SimInstant open(Beat beat, Attempt attempt) {
        var began = attempt.visit().began();
        return switch (beat) {
            case Beat.Watch watch -> watch.to().from(began);
            case Beat.Predict predict -> predict.gate().from(began);
            case Beat.Do act -> SimInstant.later(attempt.at(), lastAct(attempt).plus(act.within()));
            case Beat.Check _, Beat.Sort _, Beat.Match _ -> attempt.at();
            case Beat.Order _, Beat.Label _, Beat.Schedule _ -> attempt.at();
        };
    }

    private static SimInstant lastAct(Attempt attempt) {
        var began = attempt.visit().began();
        return attempt.commands().isEmpty()
                ? began
                : SimInstant.later(began, attempt.commands().getLast().at());
    }

    /// When the outcome of an answer is to be seen.
    static SimInstant outcome(Beat beat, SimInstant began) {
        return switch (beat) {
            case Beat.Predict predict ->
                    SimInstant.later(predict.gate().from(began), predict.reveal().from(began));
            case Beat.Schedule schedule -> schedule.at().from(began);
            case Beat.Watch _, Beat.Do _, Beat.Check _, Beat.Sort _ -> began;
            case Beat.Match _, Beat.Order _, Beat.Label _ -> began;
        };
    }

    /// Until a learner has acted in a `do`, it is left to them whether the run plays.
    private static boolean playsByItself(Beat beat, Attempt attempt) {
        return !(beat instanceof Beat.Do)
                || attempt.commands().size() > attempt.visit().commandsBefore();
    }

    private static double speed(Beat beat) {
        return switch (beat) {
            case Beat.Watch watch -> watch.speed();
            case Beat.Predict predict -> predict.speed();
            case Beat.Do _, Beat.Check _, Beat.Sort _, Beat.Match _ -> 1;
            case Beat.Order _, Beat.Label _, Beat.Schedule _ -> 1;
        };
    }
}
