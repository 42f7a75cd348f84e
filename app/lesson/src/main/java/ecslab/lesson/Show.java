package ecslab.lesson;

import java.util.List;

/// "Show me": a state that proves an explanation.
///
/// @param from where it starts
/// @param acts what is done then
/// @param at the moment that is shown, after the acts
/// @param focus what to look at there
/// @param isRefused whether the proof is that ECS refuses an act
public record Show(Origin from, List<Act> acts, Moment at, Focus focus, boolean isRefused) {

    /// Where a show starts.
    public sealed interface Origin {

        /// The learner's own run, as it stands: a branch of it.
        record Here() implements Origin {}

        /// One of the lesson's scenarios, from its start.
        record InScenario(String file) implements Origin {}

        /// The end of one of the lesson's steps, as the model solution leaves it.
        record AfterStep(String key) implements Origin {}
    }
}
