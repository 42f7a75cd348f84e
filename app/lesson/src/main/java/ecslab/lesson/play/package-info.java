/// Walks a learner through a lesson.
@org.jspecify.annotations.NullMarked
package ecslab.lesson.play;
