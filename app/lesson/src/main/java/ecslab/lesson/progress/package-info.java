/// What a learner has done, kept in one file.
@org.jspecify.annotations.NullMarked
package ecslab.lesson.progress;
