package ecslab.lesson;

import ecslab.lesson.predicate.Predicate;

/// One of the things that a check asks for.
///
/// @param say key of what it says in the learner's list
public record Goal(Predicate predicate, String say) {}
