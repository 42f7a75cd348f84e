package ecslab.lesson;

/// A command begun for the learner, who finishes it.
///
/// @param call such as `ecs:CreateService`
/// @param with its fields so far, as JSON: half filled, so not always a command that can be read
public record Draft(String call, String with) {}
