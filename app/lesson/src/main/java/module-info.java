import org.jspecify.annotations.NullMarked;

/// Lessons: files become a [ecslab.lesson.Lesson], a [ecslab.lesson.play.Player] walks a learner
/// through it, predicates over a run decide what is done, and a progress file remembers.
///
/// Nothing here knows a screen, a cluster's inside or the computer's clock: the player is handed a
/// way to start runs, and who shows them tells it what has been seen.
@NullMarked
module ecslab.lesson {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires jmespath.core;
    requires jmespath.jackson;
    requires transitive ecslab.ecs;
    requires transitive ecslab.wire;

    exports ecslab.lesson;
    exports ecslab.lesson.check;
    exports ecslab.lesson.play;
    exports ecslab.lesson.predicate;
    exports ecslab.lesson.progress;
    exports ecslab.lesson.quiz;
    exports ecslab.lesson.read;
}
