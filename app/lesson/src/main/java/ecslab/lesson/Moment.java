package ecslab.lesson;

import ecslab.ecs.time.SimInstant;
import ecslab.ecs.time.Spans;
import java.time.Duration;

/// When something in a lesson is: at a moment of the run, written `24s`, or some time after its
/// beat began, written `+8s`. Where learners act in their own time only the second can be known.
public sealed interface Moment {

    /// The beat's own beginning.
    static Moment now() {
        return new After(Duration.ZERO);
    }

    /// The moment on the run's clock. One that has passed when the beat begins means the beat's
    /// beginning: no beat goes back in time.
    default SimInstant from(SimInstant began) {
        return switch (this) {
            case At(var at) -> SimInstant.later(at, began);
            case After(var length) -> began.plus(length);
        };
    }

    record At(SimInstant at) implements Moment {
        @Override
        public String toString() {
            return at.toString();
        }
    }

    record After(Duration length) implements Moment {
        @Override
        public String toString() {
            return "+" + Spans.format(length);
        }
    }
}
