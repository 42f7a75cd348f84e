package ecslab.lesson.predicate;

import ecslab.ecs.time.SimInstant;

/// A place in a run. A moment alone would not do: while the run holds, all that a learner does
/// happens at one moment.
///
/// @param position how many events had happened
public record Mark(SimInstant at, int position) {

    public static final Mark START = new Mark(SimInstant.START, 0);
}
