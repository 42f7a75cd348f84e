package ecslab.lesson;

import ecslab.lesson.predicate.Predicate;
import java.util.List;

/// A way that looks right and isn't. It is recognised when all of `calls` were made since the beat
/// began and all of `when` holds.
///
/// @param calls patterns; may be none
/// @param when may be none
/// @param say key of the message
public record WrongPath(List<CallPattern> calls, List<Predicate> when, String say, Show show) {}
