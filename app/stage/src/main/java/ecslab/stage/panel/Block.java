package ecslab.stage.panel;

import ecslab.ecs.model.Ref;
import ecslab.ecs.model.TaskId;
import ecslab.stage.log.Tone;
import java.util.List;

/// A piece of an overview, as a value: what hasn't changed since the last frame isn't drawn again.
sealed interface Block {

    record Heading(String text) implements Block {}

    record Fact(String name, String value, Tone tone) implements Block {}

    /// Something that is looked at with one click.
    ///
    /// @param name of the fact that the thing stands for; empty in a list
    /// @param note behind the link; may be empty
    record Link(String name, String text, Ref to, String note, Tone tone) implements Block {}

    /// Why something is as it is, and what can be done.
    record Note(String text, Tone tone) implements Block {}

    /// How far something has come.
    ///
    /// @param share 0 to 1
    record Progress(String title, String note, double share, Tone tone) implements Block {}

    /// The states that a task passes through, in their order.
    record Life(List<State> states) implements Block {}

    /// One state of a task.
    ///
    /// @param time empty if the state hasn't been reached
    /// @param lasted how long it took until the next; may be empty
    record State(String name, String time, String lasted, Stage stage, Tone tone) {}

    enum Stage {
        PAST,
        NOW,
        AHEAD,
        /// The task never was in it and never will be.
        SKIPPED
    }

    /// What can be done with a task.
    ///
    /// @param canStop false if it is leaving already
    record TaskActions(TaskId task, boolean canStop) implements Block {}
}
