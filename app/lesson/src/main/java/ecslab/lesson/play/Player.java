package ecslab.lesson.play;

import ecslab.lesson.Answer;
import ecslab.lesson.Focus;
import java.util.function.Consumer;

/// Walks a learner through a lesson. Not for use by more than one thread.
///
/// Whoever shows the run does what the state says: opens its take when the take's number is new,
/// never lets the run pass the limit, plays when it says so, and tells what was seen by
/// [#saw(RunView)].
public interface Player {

    PlayerState state();

    /// Hears every new state, and first the present one.
    void listen(Consumer<PlayerState> listener);

    /// Tells what has been seen of the run. A view of another take than the newest is ignored.
    PlayerState saw(RunView view);

    /// Tells that the learner opened a part of the window.
    PlayerState opened(Focus.Part part);

    /// Tells that the learner copied what a part of the window shows.
    PlayerState copied(Focus.Part part);

    /// Commits to an answer. May run the model, which can take some tenths of a second.
    PlayerState commit(Answer answer);

    /// Begins the next beat.
    PlayerState next();

    /// Goes to the beat before, and back in time with it. Nothing is lost: acting there makes a new
    /// attempt.
    PlayerState back();

    /// Goes to a step that has been begun, and back in time with it.
    PlayerState goTo(int step);

    /// Begins the step again.
    PlayerState replay();

    /// Has the beat done by the model solution, and marks it as skipped.
    PlayerState skip();

    /// Gives one more hint.
    PlayerState hint();

    /// Puts the card of a term away; it isn't shown again.
    PlayerState putAway(String term);

    /// Shows what proves a notice.
    PlayerState show(Notice notice);

    /// Goes back to the learner's own run, exactly where it was.
    PlayerState leaveShow();

    /// Takes up an earlier attempt again; the present one becomes an attempt.
    PlayerState takeUp(int attempt);
}
