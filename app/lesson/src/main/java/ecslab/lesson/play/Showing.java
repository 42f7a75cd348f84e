package ecslab.lesson.play;

import ecslab.lesson.Show;

/// What is on the screen.
public sealed interface Showing {

    record OwnRun() implements Showing {}

    /// A "show me".
    ///
    /// @param say key of the explanation that it proves
    record Shown(Show show, String say) implements Showing {}

    /// The act is being done with real containers. The learner's own run waits.
    ///
    /// @param isDone whether all that is asked for holds there
    record Live(boolean isDone) implements Showing {}
}
