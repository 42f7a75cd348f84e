package ecslab.simulator;

import ecslab.ecs.time.SimInstant;
import java.util.ArrayDeque;

/// What is due at one moment. Data, not closures: what is due can be saved, compared and forked
/// with the rest of the state.
///
/// What was put here first goes first: with any other order among equals, adding an unrelated entry
/// could change a lesson.
final class Due {

    /// Most moments have one entry; those at which a thousand tasks start have thousands.
    private static final int FEW = 2;

    private final SimInstant at;
    private final ArrayDeque<Work> works;

    Due(SimInstant at) {
        this.at = at;
        works = new ArrayDeque<>(FEW);
    }

    private Due(Due from) {
        at = from.at;
        works = from.works.clone();
    }

    Due copy() {
        return new Due(this);
    }

    SimInstant at() {
        return at;
    }

    boolean isAt(SimInstant moment) {
        return at.micros() == moment.micros();
    }

    void add(Work what) {
        works.add(what);
    }

    Work take() {
        return works.remove();
    }

    boolean isEmpty() {
        return works.isEmpty();
    }
}
