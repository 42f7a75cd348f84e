package ecslab.lesson;

import ecslab.lesson.predicate.Predicate;
import java.util.List;

/// A way that looks right and isn't. It is recognised when all of `calls` were made since the beat
/// began and all of `when` holds.
///
/// @param calls patterns; may be none
/// @param when may be none
/// @param example acts that go this way, to test that it is recognised
/// @param say key of the message
public record WrongPath(
        List<CallPattern> calls, List<Predicate> when, List<Act> example, String say, Show show) {}
