package ecslab.lesson.predicate;

/// How a predicate stands at the present moment.
public enum Verdict {
    HOLDS,
    NOT_YET,
    /// It had to hold all the time and once didn't: only going back can mend it.
    BROKEN
}
