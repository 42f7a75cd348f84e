package ecslab.lesson.play;

import ecslab.lesson.predicate.Verdict;

/// A line of the learner's list.
///
/// @param say key of what is asked for
public record GoalState(String say, Verdict verdict) {}
